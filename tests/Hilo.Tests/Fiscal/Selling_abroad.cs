using System.Text;
using Hilo.Client;
using Hilo.Invoicing;
using Hilo.Sandbox.Agency;
using Hilo.Tests.Quality;
using Hilo.Tests.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Fiscal;

/// <summary>Exports of other systems, from their references to the agency's own books of them.</summary>
public class Selling_abroad
{
    [Theory, EveryDatabase]
    public async Task Documents_exports_and_their_notes_at_the_service_of_their_own(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database, settings: ("Arca:CheckAfterSeconds", "0"));
        var invoicing = accountant.Owner.Invoicing;
        var sale = Exports.Sale("EXP-1") with { Abroad = Exports.Buyer with { Incoterms = "FOB", TaxId = "RUT 211234560018", Permits = [new("26001EC01000001A", 225)] } };
        Assert.Equal("invoicing.no_abroad_point", (await invoicing.TakeExternalAsync(sale)).Problem().Code);
        Assert.Equal("invoicing.point_of_one_kind", (await invoicing.AddPointAsync(accountant.Issuer.Id, new AddFiscalPointRequest(31, IsContingency: true, IsAbroad: true))).Problem().Code);
        var point = (await invoicing.AddPointAsync(accountant.Issuer.Id, new AddFiscalPointRequest(30, IsAbroad: true))).Value().Points.Single(p => p.IsAbroad);
        Assert.Equal("invoicing.point_taken", (await invoicing.AddPointAsync(accountant.Issuer.Id, new AddFiscalPointRequest(31, IsAbroad: true))).Problem().Code);
        Assert.Equal("invoicing.not_a_fallback", (await invoicing.SetFallbackAsync(point.Id, 20))!.Code);

        var goods = (await invoicing.TakeExternalAsync(sale)).Value();
        Assert.Equal((goods.Document.Id, false), (await invoicing.TakeExternalAsync(sale)).Value() is var again ? (again.Document.Id, again.IsNew) : default);
        Assert.Contains("los datos de exportación", (await invoicing.TakeExternalAsync(sale with { Abroad = Exports.Buyer })).Problem().Detail, StringComparison.Ordinal);
        (await invoicing.TakeExternalAsync(Exports.Sale("EXP-2", Exports.Design) with { Currency = "EUR", ExchangeRate = 1_600m, PaidInCurrency = false, Abroad = Exports.Buyer with { Country = 203, CountryCuit = "55000000212" } })).Value();
        await accountant.SettledAsync(2);
        var credit = new ExternalSaleRequest("EXP-1-NC", [Exports.Jacket with { Quantity = Quantity.One, Discount = 5m }], FiscalDocumentKind.CreditNote, "EXP-1", Currency: "USD");
        Assert.Equal("invoicing.abroad_invalid", (await invoicing.TakeExternalAsync(credit with { Lines = [Exports.Jacket with { TaxCode = TaxCode.Vat21 }] })).Problem().Code);
        (await invoicing.TakeExternalAsync(credit)).Value();
        (await invoicing.TakeExternalAsync(credit with { Reference = "EXP-1-ND", Kind = FiscalDocumentKind.DebitNote, Lines = [new ExternalLine("Flete", Quantity.One, 20m, TaxCode.Exempt)] })).Value();

        var all = (await accountant.SettledAsync(4)).OrderBy(d => d.OrderNumber, StringComparer.Ordinal).ToList();
        Assert.All(all, d => Assert.True(d.State == FiscalDocumentState.Authorized, $"{d.OrderNumber}: {d.Notes}"));
        Assert.Equal([("EXP-1", 19, 1L, 190_00L), ("EXP-1-NC", 21, 1L, 95_00L), ("EXP-1-ND", 20, 1L, 20_00L), ("EXP-2", 19, 2L, 350_00L)], all.Select(d => (d.OrderNumber!, d.Frozen.Type, d.Number!.Value, d.TotalMinor)));
        Assert.All(all, d => Assert.Equal(30, d.Frozen.Point));
        Assert.Equal([1L, 2L, 3L, 4L], all.Select(d => d.Frozen.Abroad!.Id).Order());
        Assert.Equal([(19, 1L)], all[1].Frozen.Associated.Select(a => (a.Type, a.Number)));
        // The agency has them apart from all other vouchers, each once, with the same total.
        Assert.Empty(accountant.Agency.All);
        Assert.Equal(all.Select(d => (d.Cae!, d.TotalMinor)).Order(), ExportsOf(accountant).All.Select(e => (e.Cae, (long)(e.Total * 100))).Order());

        var view = (await invoicing.FindAsync(goods.Document.Id)).Value();
        Assert.Equal(("E", "Factura E 00030-00000001"), (view.Document.Letter, view.Document.Title));
        Assert.Equal(("225", 1, 1_450m, true, "FOB", "26001EC01000001A"), (view.Abroad!.Destination, view.Abroad.Kind, view.Abroad.Rate, view.Abroad.PaidInCurrency!.Value, view.Abroad.Sale.Incoterms, view.Abroad.Sale.Permits!.Single().Number));
        Assert.DoesNotContain("TOKEN", string.Concat(view.Exchanges.Select(e => e.Request)), StringComparison.Ordinal);
        Assert.NotEmpty((await invoicing.PrintAsync(goods.Document.Id)).Value());
        var month = $"{all[0].DatedOn!.Value / 10_000:D4}-{all[0].DatedOn!.Value / 100 % 100:D2}";
        var book = Encoding.Latin1.GetString((await invoicing.BookAsync(month, "vouchers")).Value()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, book.Length);
        Assert.All(book, line => Assert.Equal((266, 'X'), (line.Length, line[242])));
        // Looked up afterwards, the agency keeps what the documents say.
        await accountant.Shop.DoAsync(services => services.GetRequiredService<CheckDocuments>().SweepAsync(CancellationToken.None));
        Assert.All(await accountant.DocumentsAsync(), d => Assert.Equal((AgencyCheck.Same, null), (d.CheckResult!.Value, d.CheckWords)));
        var connection = await accountant.ConnectedAsync();
        Assert.Equal([30, 31], connection.Points.Where(p => p.Kind.StartsWith("FEEWS", StringComparison.Ordinal)).Select(p => p.Number));
        await Books.BalanceAsync(accountant.Shop);
    }

    [Theory, EveryDatabase]
    public async Task Settles_a_lost_answer_by_its_number_and_one_that_cannot_be_found_by_its_Id(Database database)
    {
        await using var accountant = await OpenAsync(database);
        var invoicing = accountant.Owner.Invoicing;

        // Lost before the agency did anything: the same number and the same Id go again.
        accountant.Faults.Plan = new AgencyFaultPlan { DropOf100 = 100 };
        (await invoicing.TakeExternalAsync(Exports.Sale("EXP-1"))).Value();
        await accountant.UntilAsync(all => all is [{ State: FiscalDocumentState.Unknown or FiscalDocumentState.Reconciling }]);
        accountant.Faults.Plan = new AgencyFaultPlan();
        var before = (await accountant.SettledAsync(1))[0];
        Assert.Equal((FiscalDocumentState.Authorized, 1L, false), (before.State, before.Number!.Value, before.IsRecovered));
        Assert.True(before.Attempts > 1);

        // Lost after it had authorized: asking for the number finds it.
        accountant.Faults.Plan = new AgencyFaultPlan { LoseAnswers = 1 };
        (await invoicing.TakeExternalAsync(Exports.Sale("EXP-2"))).Value();
        var after = (await accountant.SettledAsync(2))[1];
        Assert.Equal((FiscalDocumentState.Authorized, 2L, true, 1), (after.State, after.Number!.Value, after.IsRecovered, after.Attempts));

        // It is not shown yet: sent again under its Id, the first answer comes back.
        accountant.Faults.Plan = new AgencyFaultPlan { LoseAnswers = 1, HidesNewestExport = true };
        var hidden = (await invoicing.TakeExternalAsync(Exports.Sale("EXP-3"))).Value();
        var repeated = (await accountant.SettledAsync(3))[2];
        Assert.Equal((FiscalDocumentState.Authorized, 3L, false, 2), (repeated.State, repeated.Number!.Value, repeated.IsRecovered, repeated.Attempts));
        Assert.Contains((await invoicing.FindAsync(hidden.Document.Id)).Value().Exchanges, e => e.Answer.Contains("<Reproceso>S</Reproceso>", StringComparison.Ordinal));

        Assert.Equal([1L, 2L, 3L], ExportsOf(accountant).All.Select(e => e.Number));
        await Books.BalanceAsync(accountant.Shop);
    }

    [Theory, EveryDatabase]
    public async Task Gives_a_rejected_export_to_a_person_and_sends_it_again_under_another_Id(Database database)
    {
        await using var accountant = await OpenAsync(database);
        var invoicing = accountant.Owner.Invoicing;
        var told = (await invoicing.TakeExternalAsync(Exports.Sale("EXP-1") with { Abroad = Exports.Buyer with { CountryCuit = "55000009999" } })).Value();
        var rejected = (await accountant.SettledAsync(1))[0];
        Assert.Equal((FiscalDocumentState.Rejected, 1580, null), (rejected.State, rejected.AgencyNotes[0].Code, rejected.Number));
        Assert.Equal("invoicing.correct_as_abroad", (await invoicing.CorrectAsync(told.Document.Id, Accountant.Company)).Problem().Code);
        Assert.Equal("invoicing.abroad_invalid", (await invoicing.CorrectAbroadAsync(told.Document.Id, new CorrectAbroadRequest(Exports.Buyer with { Country = 200 }))).Problem().Code);
        var firstId = rejected.Frozen.Abroad!.Id;

        (await invoicing.CorrectAbroadAsync(told.Document.Id, new CorrectAbroadRequest(Exports.Buyer with { Client = "Tienda del Este SA" }))).Value();

        var authorized = (await accountant.SettledAsync(1))[0];
        Assert.Equal((FiscalDocumentState.Authorized, 1L, "Tienda del Este SA"), (authorized.State, authorized.Number!.Value, authorized.ReceiverName));
        Assert.True(authorized.Frozen.Abroad!.Id > firstId);
        Assert.Equal("invoicing.not_correctable", (await invoicing.CorrectAbroadAsync(told.Document.Id, new CorrectAbroadRequest(Exports.Buyer))).Problem().Code);

        // The office shows what is wrong, and takes what is right.
        accountant.Faults.Plan = new AgencyFaultPlan { RejectsReceiver = "55000002002" };
        var other = (await invoicing.TakeExternalAsync(Exports.Sale("EXP-1B"))).Value();
        await accountant.SettledAsync(2);
        await accountant.Shop.DoAsync(services => services.GetRequiredService<RefreshParameters>().SweepAsync(CancellationToken.None));
        Assert.Equal(("225", "URUGUAY"), (await invoicing.AbroadTablesAsync()).Value().Countries.Select(c => (c.Id, c.Text)).Last());
        using var visit = new Visit(accountant.Shop);
        await visit.OpenAsync((await accountant.Shop.SignInLinkAsync(StaffRole.Owner, $"/oficina/comprobantes/{other.Document.Id}")).PathAndQuery);
        foreach (var text in (string[])["1580", "Tienda Oriental SA", "País de destino", "URUGUAY", "se cobra en USD"]) visit.Shows(text);
        (string, string)[] typed = [("client", "Loja do Sul"), ("address", "Rua 1"), ("country", "203"), ("country_cuit", "55000000212"), ("incoterms", "cif"), ("rate", "1450,0"), ("language", "3")];
        await visit.SendAsync("/exterior", [.. typed.Where(t => t.Item1 != "rate"), ("rate", "mucho"), ("permits", "corto")]);
        Assert.True((int)visit.Status is >= 400 and < 500, $"{visit.Status}");
        foreach (var kept in (string[])["La cotización no se entiende", "value=\"Loja do Sul\"", "value=\"203\" selected", "value=\"mucho\"", "value=\"corto\"", "value=\"3\" selected"]) visit.Shows(kept);
        await visit.SendAsync("/exterior", typed);
        visit.Shows("La exportación volvió a la cola");
        var mended = (await accountant.UntilAsync(all => all.TrueForAll(d => d.State == FiscalDocumentState.Authorized)))[1];
        Assert.Equal((2L, "Loja do Sul", 203, "BRASIL", "CIF", 3), (mended.Number!.Value, mended.ReceiverName, mended.Frozen.Abroad!.Terms.Country, mended.Frozen.Abroad.Terms.CountryName, mended.Frozen.Abroad.Terms.Incoterms, mended.Frozen.Abroad.Terms.Language));
        await visit.OpenAsync($"/oficina/comprobantes/{other.Document.Id}");
        foreach (var text in (string[])["Factura E 00030-00000002", "BRASIL (203)", "Clave en ARCA"]) visit.Shows(text);
        await visit.OpenAsync("/oficina/comprobantes/emisor");
        visit.Shows("De exportación (FEEWS)");

        // What was mended elsewhere goes again as it is.
        accountant.Faults.Plan = new AgencyFaultPlan { RejectsReceiver = "55000002002" };
        (await invoicing.TakeExternalAsync(Exports.Sale("EXP-2"))).Value();
        Assert.Equal(FiscalDocumentState.Rejected, (await accountant.SettledAsync(3))[2].State);
        accountant.Faults.Plan = new AgencyFaultPlan();
        Assert.Equal(1, (await invoicing.RetryAsync()).Value().Documents);
        Assert.Equal(3L, (await accountant.UntilAsync(all => all.TrueForAll(d => d.State == FiscalDocumentState.Authorized)))[2].Number);
        await Books.BalanceAsync(accountant.Shop);
    }

    [Theory, EveryDatabase]
    public async Task Gives_every_export_exactly_one_document_before_a_hostile_agency(Database database)
    {
        await using var accountant = await OpenAsync(database);
        accountant.Faults.Seed(Seed.Taken);
        accountant.Faults.Plan = new AgencyFaultPlan
        {
            LoseAnswersOf100 = 15,
            DropOf100 = 10,
            CommitLateOf100 = 8,
            CommitLateMs = 150,
            ErrorOf100 = 8,
            HtmlOf100 = 6,
            ExpiredTicketsOf100 = 4,
            ForeignOf100 = 8,
        };
        const int count = 12;
        for (var i = 1; i <= count; i++) (await accountant.Owner.Invoicing.TakeExternalAsync(Exports.Sale($"EXP-{i}", i % 3 == 0 ? Exports.Design : Exports.Jacket))).Value();

        var documents = await accountant.SettledAsync(count, seconds: 120);

        Assert.All(documents, d => Assert.True(d.State == FiscalDocumentState.Authorized, $"Seed {Seed.Taken}: {d.OrderNumber} {d.Notes}"));
        var agency = ExportsOf(accountant).All;
        Assert.Equal(agency.Where(e => !e.IsForeign).Select(e => (e.Cae, e.Number, e.Id)).Order(), documents.Select(d => (d.Cae!, d.Number!.Value, d.Frozen.Abroad!.Id)).Order());
        Assert.Equal(Enumerable.Range(1, agency.Count).Select(n => (long)n), agency.Select(e => e.Number));
        await Books.BalanceAsync(accountant.Shop);
    }

    private static AgencyExports ExportsOf(Accountant accountant) => accountant.Shop.Services.GetRequiredService<AgencyExports>();

    /// <summary>An issuer that sells abroad.</summary>
    private static async Task<Accountant> OpenAsync(Database database)
    {
        var accountant = await Accountant.OpenAsync(database);
        (await accountant.Owner.Invoicing.AddPointAsync(accountant.Issuer.Id, new AddFiscalPointRequest(30, IsAbroad: true))).Value();
        return accountant;
    }
}
