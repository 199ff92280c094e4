using Hilo.Payments.Gateways;
using Hilo.Payments.Sales;
using Hilo.Platform;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Payments.Attempts;

/// <summary>Talks to providers between transactions: what is going to be asked is committed first, what was answered afterwards.</summary>
internal sealed class CardPayments(DbSession caller, SessionScopes sessions, CardGateways gateways) : ICardPayments
{
    private const int MostRounds = 4;

    public async Task<Result<CardAttempt>> OpenAsync(OpenCardPayment open, CancellationToken cancel)
    {
        RefuseInsideTransaction();
        if (gateways.ForNewPayments is not { } gateway) return PaymentProblems.NoCards;
        for (var round = 1; round <= MostRounds; round++)
        {
            var planned = await DoAsync(async services =>
            {
                await services.GetRequiredService<DbSession>().LockSaleAsync(open.Sale, cancel);
                return await services.GetRequiredService<OpenAttempts>().PlanAsync([open], gateway.Provider, cancel);
            }, cancel);
            if (planned[0].Refused(out var problem, out var plan)) return problem;
            var attempt = plan.Attempt;
            switch (plan.Move)
            {
                // Whoever finds an attempt in state Sent sends it again under the same key: the first may be on its way, or lost with its process.
                case OpenMove.OpenNew or OpenMove.GoOn when attempt.State == PaymentAttemptState.Sent:
                    return (await SendAsync(attempt, cancel)).ToAnswer();
                case OpenMove.GoOn:
                    return attempt.ToAnswer();
                case OpenMove.TakeBack:
                    await TakeBackAsync(attempt, cancel);
                    break;
                case OpenMove.Wait when round > 1:
                    return PaymentProblems.OutcomeUnknown;
                case OpenMove.Wait:
                    await ReadAsync(attempt, cancel);
                    break;
            }
        }
        return PaymentProblems.OutcomeUnknown;
    }

    public async Task<Result<CardAttempt>> ReconcileAsync(PaymentAttemptId attempt, CancellationToken cancel)
    {
        RefuseInsideTransaction();
        var known = await DoAsync(services => services.GetRequiredService<PaymentsDb>().Attempts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == attempt, cancel), cancel);
        return known is null ? PaymentProblems.AttemptNotFound : (await ReadAsync(known, cancel)).ToAnswer();
    }

    /// <summary>Nobody paid in time, or another amount is asked now. When the provider says that it is too late, what it says counts.</summary>
    public async Task<PaymentAttempt> TakeBackAsync(PaymentAttempt attempt, CancellationToken cancel)
    {
        RefuseInsideTransaction();
        var answer = await gateways.Of(attempt.Provider).CancelAsync(attempt.ProviderPaymentId!, $"cancel-{attempt.Id}", cancel);
        return answer.Outcome == GatewayOutcome.Answered ? await BookAsync(Read(attempt, answer)) : await ReadAsync(attempt, cancel);
    }

    public async Task<CardAnswer> AskAsync(CardPlan plan, CancellationToken cancel)
    {
        RefuseInsideTransaction();
        return await AskAsync(((OpenPlan)plan).Attempt, cancel);
    }

    public async Task<CardAttempt> BookAsync(CardAnswer answer) => (await BookAsync((ProviderAnswer)answer)).ToAnswer();

    private async Task<PaymentAttempt> SendAsync(PaymentAttempt attempt, CancellationToken cancel) => await BookAsync(await AskAsync(attempt, cancel));

    private async Task<ProviderAnswer> AskAsync(PaymentAttempt attempt, CancellationToken cancel)
    {
        var order = new GatewayOrder(attempt.Id, attempt.Amount, attempt.Description, attempt.ReturnUrl, attempt.IdempotencyKey);
        return new ProviderAnswer(attempt.Id, attempt.SaleId, await gateways.Of(attempt.Provider).OpenAsync(order, cancel), IsOpening: true, caller.Facts);
    }

    private async Task<PaymentAttempt> ReadAsync(PaymentAttempt attempt, CancellationToken cancel)
    {
        var gateway = gateways.Of(attempt.Provider);
        var answer = attempt.ProviderPaymentId is { } id ? await gateway.FindAsync(id, cancel) : await gateway.SearchAsync(attempt.Id, cancel);
        return await BookAsync(Read(attempt, answer));
    }

    private ProviderAnswer Read(PaymentAttempt attempt, GatewayAnswer<ProviderPayment> said) => new(attempt.Id, attempt.SaleId, said, IsOpening: false, caller.Facts);

    // What was answered is written even when the caller has gone.
    private async Task<PaymentAttempt> BookAsync(ProviderAnswer answer) =>
        (await DoAsync(services => services.GetRequiredService<BookAnswers>().BookAsync([answer], CancellationToken.None), CancellationToken.None))[0];

    private Task<T> DoAsync<T>(Func<IServiceProvider, Task<T>> work, CancellationToken cancel) =>
        sessions.RunAsync(caller.Facts, (services, _) => work(services), cancel);

    private void RefuseInsideTransaction()
    {
        if (caller.HasTransaction) throw new InvalidOperationException("Commit first: a provider is never called inside a transaction.");
    }
}
