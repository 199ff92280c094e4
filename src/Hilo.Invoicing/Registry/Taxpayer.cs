namespace Hilo.Invoicing;

/// <summary>Somebody as the registry tells of them (specs: arca 15). Every part may be missing there.</summary>
/// <param name="Condition">The agency's number of the VAT condition; null when its evidence decides nothing, and a person has to say.</param>
/// <param name="Suggested">What is most likely when nothing is decided.</param>
/// <param name="IsActive">False for a key that the agency has taken out of use: vouchers to it are refused.</param>
/// <param name="Remark">What a person should look at.</param>
internal sealed record Taxpayer(string Cuit, string? Name, bool IsCompany, bool IsActive, int? Condition, int? Suggested, PostalAddress? Address, string? Remark);
