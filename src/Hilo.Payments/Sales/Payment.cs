using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hilo.Payments.Sales;

/// <summary>The promise to cover part of one sale by one kind of money. Its state is derived (<see cref="PaymentStates"/>), never set.</summary>
internal sealed class Payment
{
    public required PaymentId Id { get; init; }
    public required SaleId SaleId { get; init; }
    public required Tender Tender { get; init; }
    public required Money Amount { get; init; }

    /// <summary>What the whole sale cost when this payment was asked for.</summary>
    public required long TotalMinor { get; init; }

    /// <summary>Money that is here, whether it settles the sale or is held.</summary>
    public required Money Captured { get; set; }

    /// <summary>Every refund that has not failed: requested, on its way, unknown or done.</summary>
    public long RefundingMinor { get; private set; }

    /// <summary>Refunds that are done.</summary>
    public long RefundedMinor { get; private set; }

    /// <summary>Here, and not settling the sale: another amount than asked, or money that nobody waits for any more.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>Terminal slip, bank reference; never a card number.</summary>
    public string? Reference { get; init; }

    /// <summary>Until when money is expected that a person brings or sends. Absent on cards and on money that came at once.</summary>
    public DateTimeOffset? Deadline { get; init; }

    public DateTimeOffset? CanceledAt { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public int Version { get; private set; } = 1;

    public Money Refunded => Captured with { Minor = RefundedMinor };

    public Money Refundable => Captured with { Minor = Captured.Minor - RefundingMinor };

    /// <summary>Promised and not here yet.</summary>
    public Money Expected => Amount with { Minor = Deadline is null || CanceledAt is not null ? 0 : Math.Max(0, Amount.Minor - Captured.Minor) };

    /// <summary>As it was when it was stored.</summary>
    public void Restore(long refundingMinor, long refundedMinor, bool isHeld, int version) => (RefundingMinor, RefundedMinor, IsHeld, Version) = (refundingMinor, refundedMinor, isHeld, version);

    public void Take(Money captured, bool isHeld) => (Captured, IsHeld, Version) = (captured, isHeld, Version + 1);

    /// <summary>A person decided: the money settles the sale as it is.</summary>
    public void Release() => (IsHeld, Version) = (false, Version + 1);

    /// <summary>Sets money aside for a refund that starts.</summary>
    public bool TryClaimRefund(Money amount)
    {
        if (amount.Currency != Captured.Currency || !amount.IsPositive || amount > Refundable) return false;
        (RefundingMinor, Version) = (RefundingMinor + amount.Minor, Version + 1);
        return true;
    }

    public void RefundDone(Money amount) => (RefundedMinor, Version) = (RefundedMinor + amount.Minor, Version + 1);

    public void RefundFailed(Money amount) => (RefundingMinor, Version) = (RefundingMinor - amount.Minor, Version + 1);
}

internal sealed class PaymentMapping : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> payment)
    {
        payment.ToTable("payments_payments").Property(p => p.Version).IsConcurrencyToken();
        payment.Ignore(p => p.Refunded).Ignore(p => p.Refundable).Ignore(p => p.Expected);
    }
}
