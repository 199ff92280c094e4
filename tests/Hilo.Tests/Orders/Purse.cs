using System.Collections.Concurrent;
using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Orders;

/// <summary>A card provider with memory: who pays there, and when, is up to the test. The money it takes is written by Payments.</summary>
internal sealed class Purse : ICardPayments, ICardBook
{
    private readonly ConcurrentDictionary<PaymentAttemptId, CardAttempt> attempts = new();

    public int Opened => attempts.Count;

    public Task<Result<CardAttempt>> OpenAsync(OpenCardPayment open, CancellationToken cancel)
    {
        var known = attempts.Values.FirstOrDefault(a => a.Sale == open.Sale && a.Amount == open.Amount && a.State == PaymentAttemptState.PendingPayer);
        if (known is not null) return Task.FromResult<Result<CardAttempt>>(known);
        var id = IId<PaymentAttemptId>.New();
        return Task.FromResult<Result<CardAttempt>>(attempts[id] = new CardAttempt(id, open.Sale, PaymentAttemptState.PendingPayer, open.Amount, $"https://card.test/{id}", null));
    }

    /// <summary>The payer pays on the provider's page.</summary>
    public async Task Pay(Node node, PaymentAttemptId attempt)
    {
        var paid = attempts[attempt] = attempts[attempt] with { State = PaymentAttemptState.Captured };
        await node.DoAsync(services => services.GetRequiredService<ISalePayments>().RecordAsync(
            [new ReceivedPayment(IId<PaymentId>.New(), paid.Sale, Tender.CardOnline, paid.Amount, null, services.GetRequiredService<TimeProvider>().GetUtcNow())], CancellationToken.None));
    }

    public Task<Result<CardAttempt>> ReconcileAsync(PaymentAttemptId attempt, CancellationToken cancel) =>
        Task.FromResult(attempts.TryGetValue(attempt, out var found) ? found : Result<CardAttempt>.Refuse(new Problem("payment.not_found", "No such attempt.", 404)));

    public Task LockAsync(IReadOnlyList<SaleId> sales, CancellationToken cancel) => Task.CompletedTask;

    public async Task<IReadOnlyList<Result<CardPlan>>> PlanAsync(IReadOnlyList<OpenCardPayment> wishes, CancellationToken cancel)
    {
        var plans = new List<Result<CardPlan>>();
        foreach (var wish in wishes) plans.Add((await OpenAsync(wish, cancel)).Refused(out var problem, out var attempt) ? problem : new Planned(attempt.Id));
        return plans;
    }

    public Task<CardAnswer> AskAsync(CardPlan plan, CancellationToken cancel) =>
        Task.FromResult<CardAnswer>(new Answered(((Planned)plan).Attempt, attempts[((Planned)plan).Attempt].Sale));

    public Task<CardAttempt> BookAsync(CardAnswer answer) => Task.FromResult(attempts[answer.Attempt]);

    public Task<IReadOnlyList<CardAttempt>> BookAsync(IReadOnlyList<CardAnswer> answers, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<CardAttempt>>([.. answers.Select(a => attempts[a.Attempt])]);

    private sealed record Planned(PaymentAttemptId Attempt) : CardPlan(IsNew: true);

    /// <summary>Nobody pays at once here: the payer goes to the provider's page.</summary>
    private sealed record Answered(PaymentAttemptId Attempt, SaleId Sale) : CardAnswer(Attempt, Sale, IsCaptured: false);
}
