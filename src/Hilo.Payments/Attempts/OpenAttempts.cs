using Hilo.Payments.Sales;
using Hilo.Platform;

namespace Hilo.Payments.Attempts;

/// <summary>Decides how wishes to pay by card go on, and stores new attempts with their keys before anything is called. Their sales are locked by then.</summary>
internal sealed class OpenAttempts(DbSession session, TimeProvider clock)
{
    /// <returns>One plan per wish, in order.</returns>
    public async Task<IReadOnlyList<Result<OpenPlan>>> PlanAsync(IReadOnlyList<OpenCardPayment> wishes, string provider, CancellationToken cancel)
    {
        SaleId[] sales = [.. wishes.Select(w => w.Sale).Distinct()];
        var payments = await session.PaymentsAsync(sales, cancel);
        // Attempts belong to payments: most sales have neither yet.
        var attempts = await AttemptRows.OfSalesAsync(session, [.. payments.Select(p => p.SaleId).Distinct()], cancel);
        var news = new NewRows([], [], []);
        var plans = new List<Result<OpenPlan>>(wishes.Count);
        foreach (var wish in wishes)
        {
            // What an earlier wish of the same group has just planned counts as well.
            plans.Add(Plan(wish, provider,
                [.. payments.Where(p => p.SaleId == wish.Sale), .. news.Payments.Where(p => p.SaleId == wish.Sale)],
                [.. attempts.Where(a => a.SaleId == wish.Sale), .. news.Attempts.Where(a => a.SaleId == wish.Sale)], news));
        }
        await session.InsertAsync(news.Payments, cancel);
        await AttemptRows.InsertAsync(session, news.Attempts, cancel);
        await session.InsertAsync(news.Events, cancel);
        return plans;
    }

    private Result<OpenPlan> Plan(OpenCardPayment wish, string provider, List<Payment> payments, List<PaymentAttempt> attempts, NewRows news)
    {
        if (!wish.Amount.IsPositive) return PaymentProblems.NothingToPay;
        if (payments.Exists(p => p.IsHeld && p.Refundable.IsPositive)) return PaymentProblems.HeldMoney;
        if (payments.Exists(p => p.Amount.Currency != wish.Amount.Currency)) return PaymentProblems.OtherCurrency;
        var here = payments.Where(p => !p.IsHeld).Sum(p => p.Captured.Minor)
            + attempts.Where(a => a.State == PaymentAttemptState.Authorized).Sum(a => a.Authorized.Minor);
        var missing = wish.Amount with { Minor = wish.Amount.Minor - here };
        var (move, attempt) = OpenDecision.Of(missing, attempts);
        if (move == OpenMove.Covered) return PaymentProblems.AlreadyPaid;
        return move != OpenMove.OpenNew ? new OpenPlan(move, attempt!) : new OpenPlan(move, New(wish, missing, provider, payments, attempts, news));
    }

    private PaymentAttempt New(OpenCardPayment wish, Money missing, string provider, List<Payment> payments, List<PaymentAttempt> attempts, NewRows news)
    {
        var now = clock.GetUtcNow();
        // A retry after a decline is another attempt of the same payment.
        var payment = payments.Find(p => p.Tender == Tender.CardOnline && p.Amount == missing && p.TotalMinor == wish.Amount.Minor && p.Captured.IsZero && attempts.Exists(a => a.PaymentId == p.Id));
        if (payment is null)
        {
            payment = new Payment
            {
                Id = IId<PaymentId>.New(),
                SaleId = wish.Sale,
                Tender = Tender.CardOnline,
                Amount = missing,
                TotalMinor = wish.Amount.Minor,
                Captured = Money.Zero(missing.Currency),
                CreatedAt = now,
            };
            news.Payments.Add(payment);
        }
        var id = IId<PaymentAttemptId>.New();
        var attempt = new PaymentAttempt
        {
            Id = id,
            PaymentId = payment.Id,
            SaleId = wish.Sale,
            Provider = provider,
            Amount = missing,
            Authorized = Money.Zero(missing.Currency),
            Captured = Money.Zero(missing.Currency),
            IdempotencyKey = id.ToString(),
            Description = wish.Description,
            ReturnUrl = wish.ReturnUrl.Replace("{attempt}", id.ToString(), StringComparison.Ordinal),
            CreatedAt = now,
        };
        // From this commit on the call may have left, whatever happens to this process.
        attempt.TryMove(AttemptTrigger.Send);
        attempt.CheckAt = CheckTimes.Next(attempt, now);
        news.Attempts.Add(attempt);
        news.Events.Add(TellOfMoney.Fact((wish.Cause ?? session.Facts.Cause).Actor, payment.Id, PaymentEventKind.AttemptSent, missing, now, attempt: id));
        return attempt;
    }

    private sealed record NewRows(List<Payment> Payments, List<PaymentAttempt> Attempts, List<PaymentEvent> Events);
}

internal sealed record OpenPlan(OpenMove Move, PaymentAttempt Attempt) : CardPlan(Move == OpenMove.OpenNew);
