using System.Data.Common;
using Hilo.Platform;

namespace Hilo.Payments.Sales;

/// <summary>The rows that placing orders writes and reads: set-based on PostgreSQL, prepared row by row on SQLite.</summary>
internal static class SalePaymentsSql
{
    private static readonly TableWriter<Payment> Payments = new("payments_payments",
        new Uuid<Payment>("id", p => p.Id.Value), new Uuid<Payment>("sale_id", p => p.SaleId.Value) { IsFixed = true }, new Text<Payment>("tender", p => Words.Of(p.Tender)) { IsFixed = true },
        new Long<Payment>("amount_minor", p => p.Amount.Minor) { IsFixed = true }, new Text<Payment>("amount_currency", p => p.Amount.Currency.Code) { IsFixed = true }, new Long<Payment>("total_minor", p => p.TotalMinor) { IsFixed = true },
        new Long<Payment>("captured_minor", p => p.Captured.Minor), new Text<Payment>("captured_currency", p => p.Captured.Currency.Code),
        new Long<Payment>("refunding_minor", p => p.RefundingMinor), new Long<Payment>("refunded_minor", p => p.RefundedMinor), new Bool<Payment>("is_held", p => p.IsHeld),
        new Text<Payment>("reference", p => p.Reference) { IsFixed = true }, new Long<Payment>("deadline", p => p.Deadline?.UtcTicks) { IsFixed = true }, new Long<Payment>("canceled_at", p => p.CanceledAt?.UtcTicks) { IsFixed = true },
        new Long<Payment>("created_at", p => p.CreatedAt.UtcTicks) { IsFixed = true }, new Int<Payment>("version", p => p.Version));

    private static readonly TableWriter<PaymentEvent> Events = new("payments_payment_events",
        new Uuid<PaymentEvent>("id", e => e.Id.Value), new Uuid<PaymentEvent>("payment_id", e => e.PaymentId.Value), new Uuid<PaymentEvent>("attempt_id", e => e.AttemptId?.Value),
        new Uuid<PaymentEvent>("refund_id", e => e.RefundId?.Value), new Text<PaymentEvent>("kind", e => Words.Of(e.Kind)), new Long<PaymentEvent>("amount_minor", e => e.Amount.Minor),
        new Text<PaymentEvent>("amount_currency", e => e.Amount.Currency.Code), new Text<PaymentEvent>("detail", e => e.Detail),
        new Long<PaymentEvent>("happened_at", e => e.HappenedAt.UtcTicks), new Text<PaymentEvent>("actor", e => e.Actor));

    public static Task InsertAsync(this DbSession session, IReadOnlyList<Payment> rows, CancellationToken cancel) => Payments.InsertAsync(session, rows, cancel);

    /// <param name="rows">Of locked sales.</param>
    public static Task UpdateAsync(this DbSession session, IReadOnlyList<Payment> rows, CancellationToken cancel) => Payments.UpdateAsync(session, rows, cancel);

    /// <summary>Oldest first.</summary>
    public static Task<List<Payment>> PaymentsAsync(this DbSession session, IReadOnlyList<SaleId> sales, CancellationToken cancel)
    {
        const string select = """
            select id, sale_id, tender, amount_minor, amount_currency, total_minor, captured_minor, captured_currency, refunding_minor, refunded_minor, is_held,
                   reference, deadline, canceled_at, created_at, version
              from payments_payments
            """;
        return session.QueryEachAsync(sales,
            postgres: all => Sql.Of($"{select:raw} where sale_id = any({all}) order by id"), sqlite: one => Sql.Of($"{select:raw} where sale_id = {one} order by id"), ReadPayment, cancel);
    }

    public static Task InsertAsync(this DbSession session, IReadOnlyList<PaymentEvent> rows, CancellationToken cancel) => Events.InsertAsync(session, rows, cancel);

    /// <summary>Promises that still wait for money, locked, oldest first.</summary>
    public static async Task<List<OpenPromise>> LockPromisesAsync(this DbSession session, IReadOnlyList<SaleId> sales, CancellationToken cancel)
    {
        const string select = "select id, sale_id, tender, amount_minor, amount_currency, captured_minor from payments_payments";
        const string open = "deadline is not null and canceled_at is null and captured_minor < amount_minor order by id";
        await session.BeginAsync(cancel);
        return await session.QueryEachAsync(sales,
            postgres: all => Sql.Of($"{select:raw} where sale_id = any({all}) and {open:raw} for update"), sqlite: one => Sql.Of($"{select:raw} where sale_id = {one} and {open:raw}"), ReadPromise, cancel);
    }

    public static Task TakeAsync(this DbSession session, IReadOnlyList<(PaymentId Payment, Money Amount)> taken, CancellationToken cancel) => session.ExecuteEachAsync(taken,
        postgres: all => Sql.Of($"""
            update payments_payments p set captured_minor = p.captured_minor + u.taken, version = p.version + 1
              from unnest({Of(all, t => t.Payment)}::uuid[], {Of(all, t => t.Amount.Minor)}::bigint[]) as u(id, taken) where p.id = u.id
            """),
        sqlite: one => Sql.Of($"update payments_payments set captured_minor = captured_minor + {one.Amount.Minor}, version = version + 1 where id = {one.Payment}"), cancel);

    public static Task CancelPromisesAsync(this DbSession session, IReadOnlyList<SaleId> sales, DateTimeOffset now, CancellationToken cancel)
    {
        const string open = "deadline is not null and canceled_at is null and captured_minor < amount_minor";
        return session.ExecuteEachAsync(sales,
            postgres: all => Sql.Of($"update payments_payments set canceled_at = {now}, version = version + 1 where sale_id = any({all}) and {open:raw}"),
            sqlite: one => Sql.Of($"update payments_payments set canceled_at = {now}, version = version + 1 where sale_id = {one} and {open:raw}"), cancel);
    }

    /// <summary>Every payment of these sales with the state of its newest attempt.</summary>
    public static Task<List<PaymentSums>> PaymentSumsAsync(this DbSession session, IReadOnlyList<SaleId> sales, CancellationToken cancel)
    {
        // Asked twice rather than joined: PostgreSQL reads the whole table of attempts for such a join.
        const string newest = "from payments_attempts n where n.sale_id = p.sale_id and n.payment_id = p.id order by n.id desc limit 1";
        const string select = $"""
            select p.id, p.sale_id, p.tender, p.amount_minor, p.amount_currency, p.captured_minor, p.captured_currency, p.refunded_minor, p.is_held, p.deadline, p.canceled_at,
                   (select n.state {newest}), (select n.authorized_minor {newest})
              from payments_payments p
            """;
        return session.QueryEachAsync(sales,
            postgres: all => Sql.Of($"{select:raw} where p.sale_id = any({all}) order by p.id"), sqlite: one => Sql.Of($"{select:raw} where p.sale_id = {one} order by p.id"), ReadSums, cancel);
    }

    /// <summary>What is owed back and not given back yet.</summary>
    public static Task<List<(SaleId Sale, Money Amount)>> OwedAsync(this DbSession session, IReadOnlyList<SaleId> sales, CancellationToken cancel)
    {
        const string select = """
            select d.sale_id, d.amount_minor - coalesce((select sum(r.amount_minor) from payments_refunds r where r.refund_due_id = d.id and r.state = 'succeeded'), 0), d.amount_currency
              from payments_refunds_due d
            """;
        return session.QueryEachAsync(sales,
            postgres: all => Sql.Of($"{select:raw} where d.sale_id = any({all}) and d.state = 'open'"), sqlite: one => Sql.Of($"{select:raw} where d.sale_id = {one} and d.state = 'open'"), ReadOwed, cancel);
    }

    private static List<TValue> Of<TRow, TValue>(IReadOnlyList<TRow> rows, Func<TRow, TValue> value) => [.. rows.Select(value)];

    private static Payment ReadPayment(DbDataReader row)
    {
        var payment = new Payment
        {
            Id = row.Id<PaymentId>(0),
            SaleId = row.Id<SaleId>(1),
            Tender = row.Word<Tender>(2),
            Amount = row.Money(3, Currency.Parse(row.GetString(4))),
            TotalMinor = row.GetInt64(5),
            Captured = row.Money(6, Currency.Parse(row.GetString(7))),
            Reference = row.Text(11),
            Deadline = row.InstantOrNull(12),
            CanceledAt = row.InstantOrNull(13),
            CreatedAt = row.Instant(14),
        };
        payment.Restore(row.GetInt64(8), row.GetInt64(9), row.GetBoolean(10), row.GetInt32(15));
        return payment;
    }

    private static OpenPromise ReadPromise(DbDataReader row)
    {
        var currency = Currency.Parse(row.GetString(4));
        return new(row.Id<PaymentId>(0), row.Id<SaleId>(1), row.Word<Tender>(2), new Money(row.GetInt64(3) - row.GetInt64(5), currency));
    }

    private static PaymentSums ReadSums(DbDataReader row)
    {
        var amount = row.Money(3, Currency.Parse(row.GetString(4)));
        var captured = row.Money(5, Currency.Parse(row.GetString(6)));
        var isCanceled = !row.IsDBNull(10);
        var expected = row.IsDBNull(9) || isCanceled ? 0 : Math.Max(0, amount.Minor - captured.Minor);
        PaymentAttemptState? last = row.IsDBNull(11) ? null : row.Word<PaymentAttemptState>(11);
        return new(row.Id<SaleId>(1), row.Word<Tender>(2), amount.Currency, row.GetBoolean(8),
            PaymentStates.Facts(captured.Minor, expected, row.GetInt64(7), isCanceled, last, row.Number(12) ?? 0));
    }

    private static (SaleId, Money) ReadOwed(DbDataReader row) => (row.Id<SaleId>(0), row.Money(1, Currency.Parse(row.GetString(2))));
}

/// <param name="Missing">What has not come yet.</param>
internal sealed record OpenPromise(PaymentId Id, SaleId Sale, Tender Tender, Money Missing);

internal sealed record PaymentSums(SaleId Sale, Tender Tender, Currency Currency, bool IsHeld, MoneyFacts Facts);
