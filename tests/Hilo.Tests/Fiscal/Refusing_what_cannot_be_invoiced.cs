using Hilo.Client;
using Hilo.Sandbox.Agency;

namespace Hilo.Tests.Fiscal;

/// <summary>What accountants and other systems get wrong: each is refused with its own sentence, and leaves nothing behind.</summary>
public class Refusing_what_cannot_be_invoiced
{
    private static readonly ExternalLine Shirt = new("Remera", Quantity.One, 121m, TaxCode.Vat21);
    private static readonly ExternalSaleRequest Sale = new("V-1", [Shirt]);

    [Theory, EveryDatabase]
    public async Task Nobody_issues_before_certificate_and_point_of_sale_are_there(Database database)
    {
        await using var shop = await Shop.OpenAsync(database);
        var goods = await Goods.InAsync(shop);
        var owner = await shop.StaffAsync();
        var invoicing = owner.Invoicing;
        Assert.Equal("invoicing.nobody_issues", (await invoicing.TakeExternalAsync(Sale)).Problem().Code);
        CreateIssuerRequest Issuer(LegalEntityId seller) => new(seller, FiscalEnvironment.Sandbox, "hilo", "901-1", new DateOnly(2015, 3, 1));
        Assert.Equal("invoicing.entity_unknown", (await invoicing.CreateIssuerAsync(Issuer(IId<LegalEntityId>.New()))).Problem().Code);

        var issuer = (await invoicing.CreateIssuerAsync(Issuer(goods.Seller))).Value();

        Assert.Equal("invoicing.issuer_exists", (await invoicing.CreateIssuerAsync(Issuer(goods.Seller))).Problem().Code);
        Assert.Equal("invoicing.no_certificate", (await invoicing.ActivateAsync(issuer.Id)).Problem().Code);
        Assert.Equal("invoicing.no_certificate", (await invoicing.BeginRenewalAsync(issuer.Id, "otro")).Problem().Code);
        using var browser = new HttpClient { BaseAddress = shop.Address };
        using var signed = await browser.PostAsync("sandbox/arca/certificates", new StringContent(issuer.SigningRequest));
        (await invoicing.CertifyAsync(issuer.Id, await signed.Content.ReadAsStringAsync())).Value();
        // One for contingency and one of a single channel are not enough: every channel needs one.
        (await invoicing.AddPointAsync(issuer.Id, new AddFiscalPointRequest(20, IsContingency: true))).Value();
        (await invoicing.AddPointAsync(issuer.Id, new AddFiscalPointRequest(8, goods.Web.Id))).Value();
        Assert.Equal("invoicing.no_point", (await invoicing.ActivateAsync(issuer.Id)).Problem().Code);
        Assert.Equal("invoicing.nobody_issues", (await invoicing.TakeExternalAsync(Sale)).Problem().Code);
        Assert.Empty((await invoicing.DocumentsAsync()).Value().Items);
    }

    [Theory, EveryDatabase]
    public async Task A_server_without_the_stand_in_has_no_sandbox(Database database)
    {
        await using var shop = await Shop.OpenAsync(database, settings: ("Arca:Sandbox:Base", null));
        var goods = await Goods.InAsync(shop);
        var invoicing = (await shop.StaffAsync()).Invoicing;
        Assert.Equal("invoicing.sandbox_missing", (await invoicing.CreateIssuerAsync(new CreateIssuerRequest(goods.Seller, FiscalEnvironment.Sandbox, "hilo", null, null))).Problem().Code);
        Assert.Empty((await invoicing.IssuersAsync()).Value());
    }

    [Theory, EveryDatabase]
    public async Task Sales_and_notes_that_contradict_themselves_or_each_other(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database);
        var invoicing = accountant.Owner.Invoicing;
        var inDollars = Sale with { Reference = "V-2", Currency = "USD", ExchangeRate = 1_450m, Receiver = Accountant.Company };
        (await invoicing.TakeExternalAsync(Sale)).Value();
        (await invoicing.TakeExternalAsync(inDollars)).Value();
        await accountant.SettledAsync(2);
        async Task RefusedAsync(string code, ExternalSaleRequest wrong)
        {
            var problem = (await invoicing.TakeExternalAsync(wrong with { Reference = "MAL" })).Problem();
            Assert.Equal((code, true), (problem.Code, problem.Detail.EndsWith('.')));
        }

        await RefusedAsync("invoicing.sold_in_future", Sale with { SoldAt = TimeProvider.System.GetUtcNow().AddDays(2) });
        await RefusedAsync("invoicing.note_without_original", Sale with { Kind = FiscalDocumentKind.CreditNote });
        await RefusedAsync("invoicing.invoice_corrects_nothing", Sale with { Corrects = "V-1" });
        var note = Sale with { Kind = FiscalDocumentKind.CreditNote, Corrects = "V-1" };
        await RefusedAsync("invoicing.no_such_original", note with { Corrects = "V-9" });
        // Ten dollars are not ten pesos, whichever of the two the invoice is in.
        await RefusedAsync("invoicing.note_currency", note with { Currency = "USD" });
        await RefusedAsync("invoicing.note_currency", note with { Corrects = "V-2" });
        await RefusedAsync("invoicing.note_currency", note with { Corrects = "V-2", Currency = "EUR" });
        await RefusedAsync("invoicing.note_currency", note with { Corrects = "V-2", Currency = "USD", ExchangeRate = 1_500m });
        await RefusedAsync("invoicing.credit_above", note with { Lines = [Shirt with { UnitPrice = 121.01m }] });
        await RefusedAsync("invoicing.service_period_invalid", Sale with { Lines = [Shirt with { IsService = true }], Service = new ServicePeriod(new(2026, 11, 20), new(2026, 11, 1)) });
        await RefusedAsync("invoicing.nothing_to_invoice", Sale with { Lines = [Shirt with { UnitPrice = 0m }] });
        await RefusedAsync("invoicing.nobody_issues", Sale with { LegalEntityId = IId<LegalEntityId>.New() });

        Assert.Equal(2, (await accountant.DocumentsAsync()).Count);
        // What was refused may come again, right.
        (await invoicing.TakeExternalAsync(note with { Reference = "MAL", Corrects = "V-2", Currency = "USD" })).Value();
        Assert.Equal("DOL", (await accountant.SettledAsync(3))[2].Frozen.Currency);
    }

    [Theory, EveryDatabase]
    public async Task Two_legal_entities_are_told_apart(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database);
        var (owner, invoicing) = (accountant.Owner, accountant.Owner.Invoicing);
        (await invoicing.TakeExternalAsync(Sale)).Value();
        await accountant.SettledAsync(1);
        var merchant = await owner.Merchant.GetAsync();
        SaveLegalEntity first = new(merchant.LegalEntities[0].Cuit, merchant.LegalEntities[0].Name, VatCondition.Registered, merchant.LegalEntities[0].Address, merchant.LegalEntities[0].Id);
        var saved = (await owner.Merchant.SaveAsync(merchant.Version, new SaveMerchantRequest(
            merchant.Name, merchant.OrderPrefix, merchant.Currency, merchant.TimeZone, merchant.BrandColor, merchant.BrandInk,
            [first, new SaveLegalEntity("30-50001091-2", "Retama Sur S.R.L.", VatCondition.Registered, merchant.LegalEntities[0].Address)]))).Value();
        var other = await Issuing.BeginAsync(owner, accountant.Shop.Address, saved.LegalEntities.Single(e => e.Id != first.Id).Id);

        Assert.Equal("invoicing.which_issuer", (await invoicing.TakeExternalAsync(Sale with { Reference = "V-2" })).Problem().Code);
        Assert.Equal("invoicing.which_issuer", (await invoicing.CloseMonthAsync("2026-01")).Problem().Code);
        var note = Sale with { Reference = "V-1-NC", Kind = FiscalDocumentKind.CreditNote, Corrects = "V-1" };
        Assert.Equal("invoicing.other_issuer", (await invoicing.TakeExternalAsync(note with { LegalEntityId = other.LegalEntityId })).Problem().Code);

        // A note need not say who issues it: its invoice knows.
        (await invoicing.TakeExternalAsync(note)).Value();
        (await invoicing.TakeExternalAsync(Sale with { Reference = "V-2", LegalEntityId = other.LegalEntityId })).Value();
        var all = await accountant.SettledAsync(3);
        Assert.Equal(["30000000015", "30000000015", "30500010912"], all.Select(d => d.Says.Issuer.Cuit).Order(StringComparer.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task Books_rates_and_tributes_that_make_no_sense(Database database)
    {
        var clock = new TestClock(new DateTimeOffset(2026, 11, 30, 15, 0, 0, TimeSpan.Zero));
        await using var accountant = await Accountant.OpenAsync(database, clock);
        var invoicing = accountant.Owner.Invoicing;
        Assert.Equal("invoicing.bad_month", (await invoicing.BookAsync("noviembre")).Problem().Code);
        Assert.Equal("invoicing.bad_month", (await invoicing.CloseMonthAsync("2026-13")).Problem().Code);
        Assert.Equal("invoicing.unknown_report", (await invoicing.ReportAsync("2026-11", "color")).Problem().Code);
        Assert.Equal("invoicing.tribute_invalid", (await invoicing.AddTributeAsync(accountant.Issuer.Id, new SaveTributeRateRequest(7, "IIBB", 3m, new(2026, 11, 2), To: new DateOnly(2026, 11, 1)))).Problem().Code);
        Assert.Empty((await invoicing.TributesAsync(accountant.Issuer.Id)).Value());

        // A number is taken, and nobody knows yet what the agency made of it: its month stays open.
        accountant.Faults.Plan = new AgencyFaultPlan { DropOf100 = 100 };
        (await invoicing.TakeExternalAsync(Sale)).Value();
        await accountant.UntilAsync(all => all is [{ Number: not null, State: FiscalDocumentState.Unknown or FiscalDocumentState.Reconciling }]);
        accountant.Faults.Plan = new AgencyFaultPlan { IsDown = true };
        Assert.Equal("invoicing.rate_unavailable", (await invoicing.RateAsync("USD")).Problem().Code);
        clock.Advance(TimeSpan.FromHours(13));
        Assert.Equal("invoicing.month_has_open", (await invoicing.CloseMonthAsync("2026-11")).Problem().Code);
    }
}
