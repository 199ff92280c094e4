using Hilo.Platform;
using Npgsql;

namespace Hilo.Orders;

/// <summary>The rows of new orders, written for a whole group at once. Storage rules as in <see cref="OrderMapping"/>; a test reads back what this wrote.</summary>
internal static class OrderTables
{
    private static readonly TableWriter<Order> Orders = new("orders_orders",
        new Uuid<Order>("id", o => o.Id.Value), new Int<Order>("version", o => o.Version), new Text<Order>("number", o => o.Number),
        new Uuid<Order>("sales_channel_id", o => o.SalesChannelId.Value), new Uuid<Order>("legal_entity_id", o => o.LegalEntityId.Value),
        new Uuid<Order>("sale_id", o => o.SaleId.Value), new Uuid<Order>("cart_id", o => o.CartId?.Value), new Text<Order>("external_reference", o => o.ExternalReference),
        new Uuid<Order>("customer_id", o => o.CustomerId?.Value), new Uuid<Order>("account_id", o => o.AccountId?.Value), new Text<Order>("state", o => Words.Of(o.State)), new Text<Order>("fulfillment", o => Words.Of(o.Fulfillment)),
        new Text<Order>("culture", o => o.Culture), new Text<Order>("currency", o => o.Currency.Code),
        new Text<Order>("contact_email", o => o.ContactEmail), new Text<Order>("contact_name", o => o.ContactName), new Text<Order>("contact_phone", o => o.ContactPhone), new Text<Order>("search", o => o.Search),
        new Text<Order>("receiver_document_type", o => o.ReceiverDocumentType), new Text<Order>("receiver_document_number", o => o.ReceiverDocumentNumber),
        new Int<Order>("receiver_vat_condition", o => o.ReceiverVatCondition), new Text<Order>("receiver_name", o => o.ReceiverName), new Text<Order>("receiver_address", o => StoredJson.WriteOrNull(o.ReceiverAddress)),
        new Text<Order>("delivery", o => Words.Of(o.Delivery)), new Uuid<Order>("location_id", o => o.LocationId?.Value), new Text<Order>("ship_to", o => StoredJson.WriteOrNull(o.ShipTo)),
        new Text<Order>("ship_province", o => o.ShipProvince), new Text<Order>("pickup_person", o => o.PickupPerson), new Int<Order>("ship_days_from", o => o.ShipDaysFrom), new Int<Order>("ship_days_to", o => o.ShipDaysTo),
        new Long<Order>("goods_minor", o => o.GoodsMinor), new Long<Order>("discounts_minor", o => o.DiscountsMinor), new Long<Order>("shipping_minor", o => o.ShippingMinor),
        new Long<Order>("total_minor", o => o.PricesMinor), new Long<Order>("vat_minor", o => o.VatMinor), new Long<Order>("net_minor", o => o.NetMinor),
        new Text<Order>("taxes", o => StoredJson.Write(o.Taxes)), new Text<Order>("shipping_parts", o => StoredJson.Write(o.ShippingParts)),
        new Text<Order>("tributes", o => StoredJson.WriteOrNull(o.Tributes)), new Long<Order>("tributes_minor", o => o.TributesMinor), new Long<Order>("quantity", o => o.Quantity.Thousandths),
        new Text<Order>("tender", o => o.Tender is { } tender ? Words.Of(tender) : null), new Long<Order>("payment_deadline", o => o.PaymentDeadline?.UtcTicks),
        new Long<Order>("paid_at", o => o.PaidAt?.UtcTicks), new Long<Order>("placed_at", o => o.PlacedAt.UtcTicks), new Text<Order>("notes", o => o.Notes));

    private static readonly TableWriter<OrderLine> Lines = new("orders_order_lines",
        new Uuid<OrderLine>("id", l => l.Id.Value), new Uuid<OrderLine>("order_id", l => l.OrderId.Value), new Int<OrderLine>("position", l => l.Position),
        new Uuid<OrderLine>("variant_id", l => l.VariantId.Value), new Uuid<OrderLine>("product_id", l => l.ProductId.Value), new Text<OrderLine>("sku", l => l.Sku),
        new Text<OrderLine>("title", l => l.Title), new Text<OrderLine>("variant_title", l => l.VariantTitle), new Text<OrderLine>("product_handle", l => l.ProductHandle),
        new Text<OrderLine>("picture_url", l => l.PictureUrl), new Text<OrderLine>("tax_code", l => Words.Of(l.TaxCode)), new Long<OrderLine>("weight_grams", l => l.WeightGrams),
        new Long<OrderLine>("ordered", l => l.Ordered.Thousandths), new Long<OrderLine>("canceled", l => l.Canceled.Thousandths),
        new Long<OrderLine>("fulfilled", l => l.Fulfilled.Thousandths), new Long<OrderLine>("returned", l => l.Returned.Thousandths),
        new Long<OrderLine>("unit_price_minor", l => l.UnitPriceMinor), new Long<OrderLine>("former_unit_price_minor", l => l.FormerUnitPriceMinor),
        new Long<OrderLine>("subtotal_minor", l => l.SubtotalMinor), new Long<OrderLine>("gross_minor", l => l.GrossMinor), new Long<OrderLine>("net_minor", l => l.NetMinor),
        new Long<OrderLine>("vat_minor", l => l.VatMinor), new Text<OrderLine>("adjustments", l => StoredJson.WriteOrNull(l.Adjustments)));

    private static readonly TableWriter<FulfillmentOrder> Work = new("orders_fulfillment_orders",
        new Uuid<FulfillmentOrder>("id", f => f.Id.Value), new Int<FulfillmentOrder>("version", f => f.Version), new Uuid<FulfillmentOrder>("order_id", f => f.OrderId.Value),
        new Text<FulfillmentOrder>("order_number", f => f.OrderNumber), new Uuid<FulfillmentOrder>("location_id", f => f.LocationId.Value),
        new Text<FulfillmentOrder>("delivery", f => Words.Of(f.Delivery)), new Text<FulfillmentOrder>("state", f => Words.Of(f.State)),
        new Long<FulfillmentOrder>("created_at", f => f.CreatedAt.UtcTicks), new Long<FulfillmentOrder>("due_at", f => f.DueAt?.UtcTicks));

    private static readonly TableWriter<FulfillmentLine> WorkLines = new("orders_fulfillment_lines",
        new Uuid<FulfillmentLine>("fulfillment_order_id", l => l.FulfillmentOrderId.Value), new Uuid<FulfillmentLine>("order_line_id", l => l.OrderLineId.Value),
        new Uuid<FulfillmentLine>("variant_id", l => l.VariantId.Value), new Text<FulfillmentLine>("source", l => Words.Of(l.Source)),
        new Long<FulfillmentLine>("quantity", l => l.Quantity.Thousandths), new Long<FulfillmentLine>("picked", l => l.Picked.Thousandths));

    private static readonly TableWriter<SourcingDecision> Decisions = new("orders_sourcing_decisions",
        new Uuid<SourcingDecision>("id", d => d.Id.Value), new Uuid<SourcingDecision>("order_id", d => d.OrderId.Value), new Text<SourcingDecision>("profile", d => d.Profile),
        new Int<SourcingDecision>("profile_version", d => d.ProfileVersion), new Text<SourcingDecision>("rule", d => d.Rule), new Text<SourcingDecision>("words", d => d.Words),
        new Text<SourcingDecision>("candidates", d => StoredJson.Write(d.Candidates)), new Long<SourcingDecision>("decided_at", d => d.DecidedAt.UtcTicks));

    /// <summary>Writes whole orders in one round trip (PostgreSQL) or with one prepared statement per table (SQLite).</summary>
    public static async Task InsertAsync(DbSession session, IReadOnlyList<Order> orders, CancellationToken cancel)
    {
        if (orders.Count == 0) return;
        OrderLine[] lines = [.. orders.SelectMany(o => o.Lines)];
        FulfillmentOrder[] work = [.. orders.SelectMany(o => o.FulfillmentOrders)];
        FulfillmentLine[] workLines = [.. work.SelectMany(f => f.Lines)];
        SourcingDecision[] decisions = [.. orders.SelectMany(o => o.Sourcing)];
        var transaction = await session.BeginAsync(cancel);
        if (session.Dialect == Dialect.Postgres)
        {
            await using var batch = new NpgsqlBatch((NpgsqlConnection)session.Connection, (NpgsqlTransaction)transaction);
            batch.BatchCommands.Add(Orders.ForPostgres(orders));
            batch.BatchCommands.Add(Lines.ForPostgres(lines));
            batch.BatchCommands.Add(Work.ForPostgres(work));
            batch.BatchCommands.Add(WorkLines.ForPostgres(workLines));
            batch.BatchCommands.Add(Decisions.ForPostgres(decisions));
            await batch.ExecuteNonQueryAsync(cancel);
            return;
        }
        await Orders.InsertAsync(session, orders, cancel);
        await Lines.InsertAsync(session, lines, cancel);
        await Work.InsertAsync(session, work, cancel);
        await WorkLines.InsertAsync(session, workLines, cancel);
        await Decisions.InsertAsync(session, decisions, cancel);
    }
}
