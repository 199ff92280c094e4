using Hilo.Invoicing;
using Hilo.Tests.Quality;

namespace Hilo.Tests.Fiscal;

/// <summary>Random carts of all rates with discounts and delivery, changed in random steps: units canceled, prices corrected up and down, delivery given back, at last perhaps everything.</summary>
public class Netting_to_what_was_paid
{
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("HILO_VAT_CARTS"), System.Globalization.CultureInfo.InvariantCulture, out var rounds) ? rounds : 2_000;

    [Fact]
    public void Documents_of_a_sale_are_worth_what_its_buyer_owes_after_every_step()
    {
        var seed = Seed.Taken;
        var dice = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var which = $"Seed {seed}, cart {round}";
            var sale = AnySale.New(dice);
            var documents = new List<Documented> { new(FiscalDocumentKind.Invoice, SaleLines.Owed(sale), SaleLines.Amounts(sale, SaleLines.Owed(sale)).Tributes) };
            var (credited, debited) = (new List<VatBlock>(), new List<VatBlock>());
            for (var steps = dice.Next(1, 6); steps > 0; steps--)
            {
                sale = AnySale.Changed(sale, dice);
                foreach (var note in NoteLines.Between(documents, SaleLines.Owed(sale), sale.Currency, sale.Tributes))
                {
                    documents.Add(new Documented(note.Kind, note.Lines, note.Amounts.Tributes));
                    (note.Kind == FiscalDocumentKind.CreditNote ? credited : debited).Add(note.Amounts);
                    Assert.True(note.Amounts.TotalMinor == note.Lines.Sum(l => l.GrossMinor) + note.Amounts.TributesMinor && note.Amounts.TotalMinor > 0, which);
                    Assert.True(note.Amounts.Tributes.All(t => t.AmountMinor > 0 && t.BaseMinor >= 0), which);
                    Assert.True(note.Amounts.Rows.All(r => r.BaseMinor >= 0 && r.VatMinor >= 0) && note.Amounts.ExemptMinor >= 0 && note.Amounts.UntaxedMinor >= 0, which);
                    Assert.All(note.Lines, l => Assert.True(new Money(l.UnitPriceMinor, sale.Currency).Times(l.Quantity).Minor + l.DiscountMinor == l.GrossMinor, which));
                }
                Same(SaleLines.Amounts(sale, SaleLines.Owed(sale)), [VatBlock.Of(Parts(documents[0].Lines)) with { Tributes = documents[0].Tributes }, .. debited], credited, which);
                // Told again, or late: nothing is left to say.
                Assert.Empty(NoteLines.Between(documents, SaleLines.Owed(sale), sale.Currency, sale.Tributes));
            }
        }
    }

    internal static void Same(VatBlock owed, IReadOnlyCollection<VatBlock> charged, IReadOnlyCollection<VatBlock> credited, string which)
    {
        long Net(Func<VatBlock, long> of) => charged.Sum(of) - credited.Sum(of);
        foreach (var code in AnySale.Codes)
        {
            Assert.True(Net(b => b.Rows.Where(r => r.Code == code).Sum(r => r.BaseMinor)) == owed.Rows.Where(r => r.Code == code).Sum(r => r.BaseMinor), which);
            Assert.True(Net(b => b.Rows.Where(r => r.Code == code).Sum(r => r.VatMinor)) == owed.Rows.Where(r => r.Code == code).Sum(r => r.VatMinor), which);
        }
        foreach (var regime in (string[])["0", "1"]) Assert.True(Net(b => b.Tributes.Where(t => t.Description == regime).Sum(t => t.AmountMinor)) == owed.Tributes.Where(t => t.Description == regime).Sum(t => t.AmountMinor), which);
        Assert.True((Net(b => b.ExemptMinor), Net(b => b.UntaxedMinor), Net(b => b.TotalMinor)) == (owed.ExemptMinor, owed.UntaxedMinor, owed.TotalMinor), which);
    }

    private static IEnumerable<(TaxCode, long)> Parts(IEnumerable<DocumentLine> lines) => lines.Select(l => (l.TaxCode, l.GrossMinor));
}
