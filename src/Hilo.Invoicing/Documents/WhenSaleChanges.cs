using Hilo.Platform;

namespace Hilo.Invoicing;

internal sealed class WhenOrderPaid(DocumentSale documents) : IListen<OrderPaid>
{
    public Task HandleAsync(OrderPaid happened, EventFacts facts, CancellationToken cancel)
    {
        documents.Invoice(happened.OrderId, facts, facts.OccurredAt);
        return Task.CompletedTask;
    }
}

internal sealed class WhenOrderShipped(DocumentSale documents) : IListen<OrderShipped>
{
    public Task HandleAsync(OrderShipped happened, EventFacts facts, CancellationToken cancel)
    {
        documents.Invoice(happened.OrderId, facts);
        return Task.CompletedTask;
    }
}

internal sealed class WhenOrderHandedOver(DocumentSale documents) : IListen<OrderHandedOver>
{
    public Task HandleAsync(OrderHandedOver happened, EventFacts facts, CancellationToken cancel)
    {
        documents.Invoice(happened.OrderId, facts);
        return Task.CompletedTask;
    }
}

internal sealed class WhenOrderCanceled(DocumentSale documents) : IListen<OrderCanceled>
{
    public Task HandleAsync(OrderCanceled happened, EventFacts facts, CancellationToken cancel)
    {
        documents.Correct(happened.OrderId, facts, "canceled");
        return Task.CompletedTask;
    }
}

internal sealed class WhenUnitsCanceled(DocumentSale documents) : IListen<UnitsCanceled>
{
    public Task HandleAsync(UnitsCanceled happened, EventFacts facts, CancellationToken cancel)
    {
        documents.Correct(happened.OrderId, facts, "units_canceled");
        return Task.CompletedTask;
    }
}

internal sealed class WhenChargeChanged(DocumentSale documents) : IListen<ChargeChanged>
{
    public Task HandleAsync(ChargeChanged happened, EventFacts facts, CancellationToken cancel)
    {
        documents.Correct(happened.OrderId, facts, happened.Reason);
        return Task.CompletedTask;
    }
}
