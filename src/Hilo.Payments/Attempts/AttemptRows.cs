using System.Data.Common;
using Hilo.Platform;

namespace Hilo.Payments.Attempts;

/// <summary>The rows that buying by card writes and reads for many sales at once. Storage rules as in <see cref="AttemptMapping"/>; a test reads back what this wrote.</summary>
internal static class AttemptRows
{
    private const string Select = """
        select id, payment_id, sale_id, provider, state, amount_minor, amount_currency, authorized_minor, authorized_currency, captured_minor, captured_currency,
               paid_by_payer_minor, idempotency_key, description, return_url, redirect_url, provider_payment_id, provider_status, provider_detail, provider_version,
               decline_reason, has_amount_mismatch, is_orphan_money, created_at, check_at, version
          from payments_attempts
        """;

    private static readonly TableWriter<PaymentAttempt> Attempts = new("payments_attempts",
        new Uuid<PaymentAttempt>("id", a => a.Id.Value), new Uuid<PaymentAttempt>("payment_id", a => a.PaymentId.Value), new Uuid<PaymentAttempt>("sale_id", a => a.SaleId.Value) { IsFixed = true },
        new Text<PaymentAttempt>("provider", a => a.Provider) { IsFixed = true }, new Text<PaymentAttempt>("state", a => Words.Of(a.State)),
        new Long<PaymentAttempt>("amount_minor", a => a.Amount.Minor) { IsFixed = true }, new Text<PaymentAttempt>("amount_currency", a => a.Amount.Currency.Code) { IsFixed = true },
        new Long<PaymentAttempt>("authorized_minor", a => a.Authorized.Minor), new Text<PaymentAttempt>("authorized_currency", a => a.Authorized.Currency.Code),
        new Long<PaymentAttempt>("captured_minor", a => a.Captured.Minor), new Text<PaymentAttempt>("captured_currency", a => a.Captured.Currency.Code),
        new Long<PaymentAttempt>("paid_by_payer_minor", a => a.PaidByPayerMinor), new Text<PaymentAttempt>("idempotency_key", a => a.IdempotencyKey) { IsFixed = true },
        new Text<PaymentAttempt>("description", a => a.Description) { IsFixed = true }, new Text<PaymentAttempt>("return_url", a => a.ReturnUrl) { IsFixed = true }, new Text<PaymentAttempt>("redirect_url", a => a.RedirectUrl),
        new Text<PaymentAttempt>("provider_payment_id", a => a.ProviderPaymentId), new Text<PaymentAttempt>("provider_status", a => a.ProviderStatus),
        new Text<PaymentAttempt>("provider_detail", a => a.ProviderDetail), new Long<PaymentAttempt>("provider_version", a => a.ProviderVersion),
        new Text<PaymentAttempt>("decline_reason", a => a.DeclineReason), new Bool<PaymentAttempt>("has_amount_mismatch", a => a.HasAmountMismatch),
        new Bool<PaymentAttempt>("is_orphan_money", a => a.IsOrphanMoney), new Long<PaymentAttempt>("created_at", a => a.CreatedAt.UtcTicks) { IsFixed = true },
        new Long<PaymentAttempt>("check_at", a => a.CheckAt?.UtcTicks), new Int<PaymentAttempt>("version", a => a.Version));

    public static Task InsertAsync(DbSession session, IReadOnlyList<PaymentAttempt> rows, CancellationToken cancel) => Attempts.InsertAsync(session, rows, cancel);

    /// <param name="rows">Of locked sales.</param>
    public static Task UpdateAsync(DbSession session, IReadOnlyList<PaymentAttempt> rows, CancellationToken cancel) => Attempts.UpdateAsync(session, rows, cancel);

    public static Task<List<PaymentAttempt>> ReadAsync(DbSession session, IReadOnlyList<PaymentAttemptId> attempts, CancellationToken cancel) => session.QueryEachAsync(attempts,
        postgres: all => Sql.Of($"{Select:raw} where id = any({all})"), sqlite: one => Sql.Of($"{Select:raw} where id = {one}"), Read, cancel);

    /// <summary>Oldest first.</summary>
    public static Task<List<PaymentAttempt>> OfSalesAsync(DbSession session, IReadOnlyList<SaleId> sales, CancellationToken cancel) => session.QueryEachAsync(sales,
        postgres: all => Sql.Of($"{Select:raw} where sale_id = any({all}) order by id"), sqlite: one => Sql.Of($"{Select:raw} where sale_id = {one} order by id"), Read, cancel);

    private static PaymentAttempt Read(DbDataReader row)
    {
        var attempt = new PaymentAttempt
        {
            Id = row.Id<PaymentAttemptId>(0),
            PaymentId = row.Id<PaymentId>(1),
            SaleId = row.Id<SaleId>(2),
            Provider = row.GetString(3),
            Amount = row.Money(5, Currency.Parse(row.GetString(6))),
            Authorized = row.Money(7, Currency.Parse(row.GetString(8))),
            Captured = row.Money(9, Currency.Parse(row.GetString(10))),
            IdempotencyKey = row.GetString(12),
            Description = row.GetString(13),
            ReturnUrl = row.GetString(14),
            HasAmountMismatch = row.GetBoolean(21),
            IsOrphanMoney = row.GetBoolean(22),
            CreatedAt = row.Instant(23),
            CheckAt = row.InstantOrNull(24),
        };
        attempt.Restore(new StoredAttempt(row.Word<PaymentAttemptState>(4), row.Number(11), row.Text(15), row.Text(16), row.Text(17), row.Text(18), row.GetInt64(19), row.Text(20), row.GetInt32(25)));
        return attempt;
    }
}
