using Hilo.Platform;

namespace Hilo.Invoicing;

/// <summary>The accounting entry of a document: who owes against what was sold, its VAT and its tributes. Pure; debits and credits are the same to the cent.</summary>
internal static class AccountingEntries
{
    public const string Receivable = "tender";

    /// <param name="accounts">The shop's own accounts by key. A tender without one takes that of <c>tender</c>.</param>
    public static IReadOnlyList<ExportEntry> Of(BookRow row, Tender? tender, IReadOnlyDictionary<string, string> accounts)
    {
        var pesos = row.InPesos();
        var owed = tender is { } kind && accounts.ContainsKey($"{Receivable}.{Words.Of(kind)}") ? $"{Receivable}.{Words.Of(kind)}" : Receivable;
        var entries = new List<ExportEntry> { Entry(owed, pesos.TotalMinor, isDebit: true) };
        if (pesos.Vat.Count == 0) Add("sales", pesos.NetMinor);
        foreach (var vat in pesos.Vat)
        {
            Add($"sales.{((TaxCode)vat.Id).Text}", vat.BaseMinor);
            Add($"vat.{((TaxCode)vat.Id).Text}", vat.AmountMinor);
        }
        Add("sales.exempt", pesos.ExemptMinor);
        Add("sales.untaxed", pesos.UntaxedMinor);
        foreach (var tribute in pesos.Tributes.GroupBy(t => t.Id)) Add($"tribute.{tribute.Key}", tribute.Sum(t => t.AmountMinor));
        return entries;

        void Add(string key, long minor)
        {
            if (minor != 0) entries.Add(Entry(key, minor, isDebit: false));
        }

        // A note of credit moves everything the other way.
        ExportEntry Entry(string key, long minor, bool isDebit)
        {
            var (amount, none) = (Money.Ars(minor / 100m), Money.Ars(0));
            var isOnDebitSide = isDebit == row.Sign > 0;
            return new ExportEntry(key, accounts.GetValueOrDefault(key, key), isOnDebitSide ? amount : none, isOnDebitSide ? none : amount);
        }
    }
}
