using System.Data.Common;
using Hilo.Platform;

namespace Hilo.Payments.Sales;

/// <summary>The rows that placing orders writes and reads: set-based on PostgreSQL, prepared row by row on SQLite.</summary>
internal static class SalePaymentsSql
{
    private const string Columns =
        "id, sale_id, tender, amount_minor, amount_currency, total_minor, captured_minor, captured_currency, refunding_minor, refunded_minor, is_held, reference, deadline, canceled_at, created_at, version";

    private const string EventColumns = "id, payment_id, attempt_id, refund_id, kind, amount_minor, amount_currency, detail, happened_at, actor";

    public static Task InsertAsync(this DbSession session, IReadOnlyList<Payment> rows, CancellationToken cancel)
    {
        if (rows.Count == 0) return Task.CompletedTask;
        return session.Dialect == Dialect.Postgres
            ? session.ExecuteAsync($"""
                insert into payments_payments ({Columns:raw})
                select * from unnest({Of(rows, p => p.Id)}::uuid[], {Of(rows, p => p.SaleId)}::uuid[], {Of(rows, p => p.Tender)}::text[],
                  {Of(rows, p => p.Amount.Minor)}::bigint[], {Of(rows, p => p.Amount.Currency)}::text[], {Of(rows, p => p.TotalMinor)}::bigint[],
                  {Of(rows, p => p.Captured.Minor)}::bigint[], {Of(rows, p => p.Captured.Currency)}::text[], {Of(rows, p => p.RefundingMinor)}::bigint[],
                  {Of(rows, p => p.RefundedMinor)}::bigint[], {Of(rows, p => p.IsHeld)}::boolean[], {Of(rows, p => p.Reference)}::text[],
                  {Of(rows, p => p.Deadline)}::bigint[], {Of(rows, p => p.CanceledAt)}::bigint[], {Of(rows, p => p.CreatedAt)}::bigint[], {Of(rows, p => p.Version)}::integer[])
                """, cancel)
            : session.EachAsync($"insert into payments_payments ({Columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)", rows, p =>
                [p.Id, p.SaleId, p.Tender, p.Amount.Minor, p.Amount.Currency, p.TotalMinor, p.Captured.Minor, p.Captured.Currency, p.RefundingMinor, p.RefundedMinor,
                    p.IsHeld, p.Reference, p.Deadline, p.CanceledAt, p.CreatedAt, p.Version], cancel);
    }

    public static Task InsertAsync(this DbSession session, IReadOnlyList<PaymentEvent> rows, CancellationToken cancel)
    {
        if (rows.Count == 0) return Task.CompletedTask;
        return session.Dialect == Dialect.Postgres
            ? session.ExecuteAsync($"""
                insert into payments_payment_events ({EventColumns:raw})
                select * from unnest({Of(rows, e => e.Id)}::uuid[], {Of(rows, e => e.PaymentId)}::uuid[], {Of(rows, e => e.AttemptId)}::uuid[], {Of(rows, e => e.RefundId)}::uuid[],
                  {Of(rows, e => e.Kind)}::text[], {Of(rows, e => e.Amount.Minor)}::bigint[], {Of(rows, e => e.Amount.Currency)}::text[], {Of(rows, e => e.Detail)}::text[],
                  {Of(rows, e => e.HappenedAt)}::bigint[], {Of(rows, e => e.Actor)}::text[])
                """, cancel)
            : session.EachAsync($"insert into payments_payment_events ({EventColumns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)", rows, e =>
                [e.Id, e.PaymentId, e.AttemptId, e.RefundId, e.Kind, e.Amount.Minor, e.Amount.Currency, e.Detail, e.HappenedAt, e.Actor], cancel);
    }

    /// <summary>Promises that still wait for money, locked, oldest first.</summary>
    public static Task<List<OpenPromise>> LockPromisesAsync(this DbSession session, IReadOnlyList<SaleId> sales, CancellationToken cancel) =>
        session.Dialect == Dialect.Postgres
            ? session.ChangeAsync($"""
                select id, sale_id, tender, amount_minor, amount_currency, captured_minor from payments_payments
                 where sale_id = any({sales}) and deadline is not null and canceled_at is null and captured_minor < amount_minor order by id for update
                """, ReadPromise, cancel)
            : session.EachSaleAsync(sales, sale => session.ChangeAsync($"""
                select id, sale_id, tender, amount_minor, amount_currency, captured_minor from payments_payments
                 where sale_id = {sale} and deadline is not null and canceled_at is null and captured_minor < amount_minor order by id
                """, ReadPromise, cancel));

    public static Task TakeAsync(this DbSession session, IReadOnlyList<(PaymentId Payment, Money Amount)> taken, CancellationToken cancel)
    {
        if (taken.Count == 0) return Task.CompletedTask;
        return session.Dialect == Dialect.Postgres
            ? session.ExecuteAsync($"""
                update payments_payments p set captured_minor = p.captured_minor + u.taken, version = p.version + 1
                  from unnest({Of(taken, t => t.Payment)}::uuid[], {Of(taken, t => t.Amount.Minor)}::bigint[]) as u(id, taken) where p.id = u.id
                """, cancel)
            : session.EachAsync("update payments_payments set captured_minor = captured_minor + $2, version = version + 1 where id = $1", taken, t => [t.Payment, t.Amount.Minor], cancel);
    }

    public static Task CancelPromisesAsync(this DbSession session, IReadOnlyList<SaleId> sales, DateTimeOffset now, CancellationToken cancel) =>
        session.Dialect == Dialect.Postgres
            ? session.ExecuteAsync($"""
                update payments_payments set canceled_at = {now}, version = version + 1
                 where sale_id = any({sales}) and deadline is not null and canceled_at is null and captured_minor < amount_minor
                """, cancel)
            : session.EachAsync("""
                update payments_payments set canceled_at = $2, version = version + 1
                 where sale_id = $1 and deadline is not null and canceled_at is null and captured_minor < amount_minor
                """, sales, sale => [sale, now], cancel);

    /// <summary>Every payment of these sales with the state of its newest attempt.</summary>
    public static Task<List<PaymentSums>> PaymentSumsAsync(this DbSession session, IReadOnlyList<SaleId> sales, CancellationToken cancel)
    {
        const string select = """
            select p.id, p.sale_id, p.tender, p.amount_minor, p.amount_currency, p.captured_minor, p.captured_currency, p.refunded_minor, p.is_held, p.deadline, p.canceled_at, a.state, a.authorized_minor
              from payments_payments p left join payments_attempts a on a.id = (select n.id from payments_attempts n where n.sale_id = p.sale_id and n.payment_id = p.id order by n.id desc limit 1)
            """;
        return session.Dialect == Dialect.Postgres
            ? session.QueryAsync($"{select:raw} where p.sale_id = any({sales}) order by p.id", ReadSums, cancel)
            : session.EachSaleAsync(sales, sale => session.QueryAsync($"{select:raw} where p.sale_id = {sale} order by p.id", ReadSums, cancel));
    }

    /// <summary>What is owed back and not given back yet.</summary>
    public static Task<List<(SaleId Sale, Money Amount)>> OwedAsync(this DbSession session, IReadOnlyList<SaleId> sales, CancellationToken cancel)
    {
        const string select = """
            select d.sale_id, d.amount_minor - coalesce((select sum(r.amount_minor) from payments_refunds r where r.refund_due_id = d.id and r.state = 'succeeded'), 0), d.amount_currency
              from payments_refunds_due d
            """;
        return session.Dialect == Dialect.Postgres
            ? session.QueryAsync($"{select:raw} where d.sale_id = any({sales}) and d.state = 'open'", ReadOwed, cancel)
            : session.EachSaleAsync(sales, sale => session.QueryAsync($"{select:raw} where d.sale_id = {sale} and d.state = 'open'", ReadOwed, cancel));
    }

    private static List<TValue> Of<TRow, TValue>(IReadOnlyList<TRow> rows, Func<TRow, TValue> value) => [.. rows.Select(value)];

    private static async Task<List<T>> EachSaleAsync<T>(this DbSession session, IReadOnlyList<SaleId> sales, Func<SaleId, Task<List<T>>> read)
    {
        if (sales.Count == 1) return await read(sales[0]);
        var all = new List<T>();
        foreach (var sale in sales.Distinct()) all.AddRange(await read(sale));
        return all;
    }

    /// <summary>One prepared statement for many rows: there is no round trip on SQLite.</summary>
    private static async Task EachAsync<T>(this DbSession session, string sql, IReadOnlyList<T> rows, Func<T, object?[]> values, CancellationToken cancel)
    {
        await session.BeginAsync(cancel);
        await using var command = session.CreateCommand();
        command.CommandText = sql;
        foreach (var row in rows)
        {
            var given = values(row);
            for (var i = 0; i < given.Length; i++) (command.Parameters.Count > i ? command.Parameters[i] : Add(command)).Value = SqlValues.ForSqlite(given[i]) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static DbParameter Add(DbCommand command)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = $"${command.Parameters.Count + 1}";
        command.Parameters.Add(parameter);
        return parameter;
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
