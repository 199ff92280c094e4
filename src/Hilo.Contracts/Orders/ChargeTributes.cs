namespace Hilo;

/// <summary>Which taxes a seller must charge on top of the prices of a sale. Declared here, answered by invoicing: the buyer pays what the document will say, to the cent.</summary>
/// <remarks>Needs no database: asked at every look at a cart. The order keeps what it was told, and nobody decides it again.</remarks>
public interface IChargeTributes
{
    /// <summary>False for most sellers: then nothing else has to be found out.</summary>
    bool Charges(LegalEntityId seller);

    /// <summary>Empty where none applies.</summary>
    IReadOnlyList<SaleTribute> Of(SaleToTax sale);
}

/// <param name="Receiver">Whom the document would name; null for a final consumer who was not named.</param>
/// <param name="Province">Where it is delivered, one letter: of the address, or of the store that hands it over. Null while nobody knows.</param>
/// <param name="TaxedNet">What tributes are reckoned on.</param>
public sealed record SaleToTax(LegalEntityId Seller, OrderReceiver? Receiver, string? Province, Money TaxedNet, DateTimeOffset At);
