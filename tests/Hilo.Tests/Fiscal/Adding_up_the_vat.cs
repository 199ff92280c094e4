using System.Xml.Linq;
using Hilo.Invoicing;
using Hilo.Sandbox.Agency;
using Hilo.Tests.Quality;

namespace Hilo.Tests.Fiscal;

/// <summary>For random carts of all rates with discounts and delivery, whatever goes back in whatever steps.</summary>
public class Adding_up_the_vat
{
    private static readonly TaxCode[] Codes = Enum.GetValues<TaxCode>();
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("HILO_VAT_CARTS"), System.Globalization.CultureInfo.InvariantCulture, out var rounds) ? rounds : 4_000;

    [Fact]
    public void Satisfies_the_agency_in_every_case()
    {
        var seed = Seed.Taken;
        var dice = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var parts = Cart(dice);
            var amounts = VatBlock.Of(parts);
            Assert.True(amounts.TotalMinor == parts.Sum(p => p.Gross), $"Seed {seed}, cart {round}");
            var invoice = FreezeVoucher.Of(Given.Invoice(ReceiverFacts.Anonymous), amounts, Given.Issuer, 7, 1, new DateOnly(2026, 11, 28), null);
            // What rounds to no VAT at all is refused before it is sent, with the agency's own code.
            if (FreezeVoucher.Refusal(invoice) is { } refusal) Assert.True(refusal.Code == 10018 && amounts.VatMinor == 0, $"Seed {seed}, cart {round}: {refusal}");
            else Accepted(invoice, $"Seed {seed}, cart {round}");
        }
    }

    [Fact]
    public void Ends_every_chain_of_notes_exactly_at_what_was_charged()
    {
        var seed = Seed.Taken;
        var dice = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var parts = Cart(dice);
            var whole = VatBlock.Of(parts);
            var left = parts.Select(p => p.Gross).ToArray();
            var given = new List<(TaxCode, long)>();
            var notes = new List<VatBlock>();
            while (left.Any(l => l > 0))
            {
                var steps = left.Select((l, i) => (Index: i, Step: dice.Next(3) == 0 ? l : dice.NextInt64(l + 1))).Where(s => s.Step > 0).ToList();
                if (steps.Count == 0) continue;
                (TaxCode, long)[] before = [.. given];
                foreach (var (index, step) in steps)
                {
                    left[index] -= step;
                    given.Add((parts[index].Code, step));
                }
                var note = VatBlock.Between(before, given);
                Assert.True(note.TotalMinor == steps.Sum(s => s.Step), $"Seed {seed}, cart {round}");
                Assert.True(note.Rows.All(r => r.BaseMinor >= 0 && r.VatMinor >= 0) && note.ExemptMinor >= 0 && note.UntaxedMinor >= 0, $"Seed {seed}, cart {round}");
                notes.Add(note);
            }
            foreach (var row in whole.Rows)
            {
                Assert.True(row.BaseMinor == notes.Sum(n => n.Rows.Where(r => r.Code == row.Code).Sum(r => r.BaseMinor)), $"Seed {seed}, cart {round}");
                Assert.True(row.VatMinor == notes.Sum(n => n.Rows.Where(r => r.Code == row.Code).Sum(r => r.VatMinor)), $"Seed {seed}, cart {round}");
            }
            Assert.True(whole.TotalMinor == notes.Sum(n => n.TotalMinor), $"Seed {seed}, cart {round}");
        }
    }

    [Fact]
    public void Does_not_drift_over_a_thousand_small_lines()
    {
        var amounts = VatBlock.Of(Enumerable.Repeat((TaxCode.Vat21, 124L), 1_000));
        Assert.Equal((102_479L, 21_521L, 124_000L), (amounts.NetMinor, amounts.VatMinor, amounts.TotalMinor));
    }

    private static List<(TaxCode Code, long Gross)> Cart(Random dice)
    {
        var parts = new List<(TaxCode, long)>();
        for (var lines = dice.Next(1, 12); lines > 0; lines--)
        {
            var gross = dice.Next(4) switch { 0 => dice.NextInt64(1, 20), 1 => dice.NextInt64(1, 10_000), _ => dice.NextInt64(1, 50_000_00) };
            // Every line brings its share of the discounts; some are given away.
            parts.Add((Codes[dice.Next(Codes.Length)], gross - dice.NextInt64(gross)));
        }
        if (dice.Next(2) == 0) parts.Add((TaxCode.Vat21, dice.NextInt64(1, 20_000_00)));
        return parts;
    }

    /// <summary>By the rules of the stand-in, which are written apart from ours.</summary>
    private static void Accepted(Voucher voucher, string which)
    {
        var detail = WsfeXml.Authorize(new XElement("Auth"), [voucher]).Descendants(WsfeXml.Ar + "FECAEDetRequest").Single();
        var refusals = AgencyRules.Refusals(new VoucherCase(detail, voucher.Type, Given.Issuer, "20261128", new AgencyFaultPlan(), (_, _, _) => null));
        // A cart may be so large that its buyer has to be named.
        Assert.True(refusals.TrueForAll(r => r.Code == 10015), $"{which}: {string.Join(' ', refusals)}\n{detail}");
    }
}
