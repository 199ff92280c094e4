using Hilo.Payments.Gateways;
using Hilo.Payments.Refunds;
using Hilo.Payments.Sales;
using Hilo.Platform;
using Microsoft.Extensions.Options;

namespace Hilo.Payments.Attempts;

/// <summary>Writes down what providers answered, under the locks of the sales: of many who bring the same news exactly one moves anything.</summary>
internal sealed class BookAnswers(DbSession session, PaymentsDb db, IOptionsMonitor<CardOptions> options, TimeProvider clock)
{
    /// <returns>The attempts as they stand now, one per answer, in order.</returns>
    public async Task<IReadOnlyList<PaymentAttempt>> BookAsync(IReadOnlyList<ProviderAnswer> answers, CancellationToken cancel)
    {
        await session.LockSalesAsync([.. answers.Select(a => a.Sale).Distinct()], cancel);
        var attempts = (await AttemptRows.ReadAsync(session, [.. answers.Select(a => a.Attempt).Distinct()], cancel)).ToDictionary(a => a.Id);
        var payments = await session.PaymentsAsync([.. answers.Where(a => a.IsCaptured).Select(a => a.Sale).Distinct()], cancel);
        var books = new Books(payments, [], [], []);
        var caller = session.Facts;
        foreach (var answer in answers)
        {
            session.Facts = answer.Facts;
            Book(attempts[answer.Attempt], answer, books);
        }
        session.Facts = caller;
        await session.InsertAsync(books.New, cancel);
        await session.UpdateAsync([.. books.Taken.Except(books.New)], cancel);
        await AttemptRows.UpdateAsync(session, [.. attempts.Values], cancel);
        await session.InsertAsync(books.Events, cancel);
        // Money that goes back, which is rare.
        await db.SaveChangesAsync(cancel);
        return [.. answers.Select(a => attempts[a.Attempt])];
    }

    private void Book(PaymentAttempt attempt, ProviderAnswer answer, Books books)
    {
        var (now, said, isOpening) = (clock.GetUtcNow(), answer.Said, answer.IsOpening);
        switch (said.Outcome)
        {
            case GatewayOutcome.Answered:
                Learn(attempt, said.Value!, now, books);
                break;
            case GatewayOutcome.Refused when isOpening && attempt.TryMove(AttemptTrigger.Decline, "refused_by_provider"):
                End(attempt, said.Reason, now, books);
                break;
            case GatewayOutcome.Silent when isOpening && attempt.TryMove(AttemptTrigger.LoseAnswer):
                Tell(books, attempt.PaymentId, PaymentEventKind.AttemptMoved, attempt.Amount, now, "unknown", attempt.Id);
                session.Publish(new PaymentUnknown(attempt.SaleId, attempt.Id, attempt.Amount));
                break;
            case GatewayOutcome.NotFound when now - attempt.CreatedAt >= TimeSpan.FromSeconds(options.CurrentValue.ConsistencySeconds):
                var wasKnown = attempt.ProviderPaymentId is not null;
                if (attempt.TryMove(wasKnown ? AttemptTrigger.Expire : AttemptTrigger.Decline, wasKnown ? "expired" : "never_reached_provider")) End(attempt, null, now, books);
                break;
        }
        attempt.CheckAt = CheckTimes.Next(attempt, now);
    }

    private void Learn(PaymentAttempt attempt, ProviderPayment fact, DateTimeOffset now, Books books)
    {
        switch (attempt.Learn(fact))
        {
            case AttemptNews.Ignored:
                Tell(books, attempt.PaymentId, PaymentEventKind.FactIgnored, attempt.Amount, now, fact.Status, attempt.Id);
                break;
            case AttemptNews.Moved:
                Tell(books, attempt.PaymentId, PaymentEventKind.AttemptMoved, attempt.Amount, now, fact.Status, attempt.Id);
                break;
            case AttemptNews.Ended:
                End(attempt, fact.Status, now, books);
                break;
            case AttemptNews.Captured:
                Take(attempt, fact, now, books);
                break;
        }
    }

    private void End(PaymentAttempt attempt, string? providerWord, DateTimeOffset now, Books books)
    {
        Tell(books, attempt.PaymentId, PaymentEventKind.AttemptMoved, attempt.Amount, now, $"{Words.Of(attempt.State)} {attempt.DeclineReason} {providerWord}".TrimEnd(), attempt.Id);
        session.Publish(new PaymentDeclined(attempt.SaleId, attempt.Id, attempt.Amount, attempt.DeclineReason ?? Words.Of(attempt.State)));
    }

    private void Take(PaymentAttempt attempt, ProviderPayment fact, DateTimeOffset now, Books books)
    {
        attempt.IsOrphanMoney = OrphanMoney.Is(attempt.PaymentId, books.Payments.FindAll(p => p.SaleId == attempt.SaleId));
        var payment = books.Payments.Single(p => p.Id == attempt.PaymentId);
        if (payment.Captured.IsPositive)
        {
            // Another attempt has kept this promise: a payment of its own keeps one captured attempt per payment, and refunds apart.
            payment = new Payment
            {
                Id = IId<PaymentId>.New(),
                SaleId = attempt.SaleId,
                Tender = payment.Tender,
                Amount = attempt.Amount,
                TotalMinor = payment.TotalMinor,
                Captured = Money.Zero(attempt.Amount.Currency),
                CreatedAt = now,
            };
            books.New.Add(payment);
            books.Payments.Add(payment);
            attempt.PaymentId = payment.Id;
        }
        books.Taken.Add(payment);
        payment.Take(attempt.Captured, isHeld: attempt.HasAmountMismatch || attempt.IsOrphanMoney);
        Tell(books, payment.Id, PaymentEventKind.Captured, attempt.Captured, now, fact.Status, attempt.Id);
        if (attempt.HasAmountMismatch)
        {
            Tell(books, payment.Id, PaymentEventKind.AmountMismatch, attempt.Captured, now, $"asked {attempt.Amount}", attempt.Id);
            session.Publish(new PaymentAmountMismatch(attempt.SaleId, attempt.Id, attempt.Amount, attempt.Captured));
        }
        if (attempt.IsOrphanMoney && attempt.Captured.IsPositive)
        {
            Tell(books, payment.Id, PaymentEventKind.OrphanMoney, attempt.Captured, now, attempt: attempt.Id);
            RefundDue.Open(db, new OwedRefund(IId<RefundDueId>.New(), attempt.SaleId, Order: null, attempt.Captured, "orphan_money", []), now);
        }
        if (!payment.IsHeld) session.Publish(new PaymentCaptured(attempt.SaleId, payment.Id, attempt.Id, payment.Tender, attempt.Captured));
    }

    private void Tell(Books books, PaymentId payment, PaymentEventKind kind, Money amount, DateTimeOffset now, string? detail = null, PaymentAttemptId? attempt = null) =>
        books.Events.Add(TellOfMoney.Fact(session.Facts.Actor, payment, kind, amount, now, detail, attempt));

    /// <param name="Payments">Of the sales where money arrived, oldest first.</param>
    /// <param name="Taken">Those that took money, new ones among them.</param>
    private sealed record Books(List<Payment> Payments, List<Payment> New, HashSet<Payment> Taken, List<PaymentEvent> Events);
}

/// <param name="IsOpening">The answer to opening the payment; otherwise to reading it.</param>
/// <param name="Facts">Of whoever asked: events carry them.</param>
internal sealed record ProviderAnswer(PaymentAttemptId Attempt, SaleId Sale, GatewayAnswer<ProviderPayment> Said, bool IsOpening, Facts Facts)
    : CardAnswer(Attempt, Sale, Said is { Outcome: GatewayOutcome.Answered, Value.Says: AttemptTrigger.Capture });
