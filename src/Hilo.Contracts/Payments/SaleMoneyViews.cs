namespace Hilo;

/// <summary>Everything about the money of one sale, for those who may see it.</summary>
public interface ISaleMoneyViews
{
    /// <summary>Zeros in this currency for a sale without payments.</summary>
    Task<SaleMoneyView> ShowAsync(SaleId sale, Currency currency, CancellationToken cancel);
}
