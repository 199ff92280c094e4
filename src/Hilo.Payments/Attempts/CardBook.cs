using Hilo.Payments.Gateways;
using Hilo.Payments.Sales;
using Hilo.Platform;

namespace Hilo.Payments.Attempts;

/// <summary>What other capabilities' transactions write about card payments.</summary>
internal sealed class CardBook(DbSession session, OpenAttempts open, BookAnswers book, CardGateways gateways) : ICardBook
{
    public Task LockAsync(IReadOnlyList<SaleId> sales, CancellationToken cancel) => session.LockSalesAsync(sales, cancel);

    public async Task<IReadOnlyList<Result<CardPlan>>> PlanAsync(IReadOnlyList<OpenCardPayment> wishes, CancellationToken cancel)
    {
        if (wishes.Count == 0) return [];
        if (gateways.ForNewPayments is not { } gateway) return [.. wishes.Select(_ => Result<CardPlan>.Refuse(PaymentProblems.NoCards))];
        return [.. (await open.PlanAsync(wishes, gateway.Provider, cancel)).Select(plan => plan.Refused(out var problem, out var made) ? Result<CardPlan>.Refuse(problem) : made)];
    }

    public async Task<IReadOnlyList<CardAttempt>> BookAsync(IReadOnlyList<CardAnswer> answers, CancellationToken cancel) =>
        answers.Count == 0 ? [] : [.. (await book.BookAsync([.. answers.Cast<ProviderAnswer>()], cancel)).Select(a => a.ToAnswer())];
}
