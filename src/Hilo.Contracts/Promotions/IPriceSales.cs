namespace Hilo;

/// <summary>The one price calculation of the house: cart, order, till, refund and invoice ask here and store what they are told; nothing else adds money.</summary>
/// <remarks>Pure: the same request always gets the same answer, at once, without touching a database. Any input gets an answer or a problem, never an exception.</remarks>
public interface IPriceSales
{
    /// <summary>Prices a whole sale; refusals have codes <c>pricing.*</c>.</summary>
    Result<SalePricing> Price(PriceRequest request);

    /// <summary>The share of a sale that goes back, in the prices and rates of the sale; returning all the rest brings the sum of refunds to exactly what was charged.</summary>
    Result<RefundPricing> Refund(RefundRequest request);
}
