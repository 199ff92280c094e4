using System.Xml.Linq;
using Hilo.Client;
using Hilo.Invoicing;
using Hilo.Sandbox.Agency;

namespace Hilo.Tests.Fiscal;

public class Rechecking_a_receiver
{
    private static readonly NormsOfDay Law = Given.On(FiscalDay.Of(Given.Noon));
    private static readonly AgencyNote[] Unasked = [];
    private static readonly AgencyNote[] Refused = [new(10063, "La CUIT del receptor no se encuentra activa en los impuestos IVA o monotributo.")];

    [Fact]
    public void Keeps_what_the_registry_confirms_and_what_it_says_nothing_about()
    {
        var decided = Given.Invoice(Given.Company);
        foreach (var known in new KnownTaxpayer?[] { Says(1), Says(null), Says(1) with { IsOld = true }, Says(6, "A la vez en IVA y en monotributo."), null })
        {
            var (decision, refusal) = RecheckReceiver.Of(decided, known, "HTTP 503", Unasked, Law);
            Assert.Null(refusal);
            Assert.Equal((decided.Type, decided.Receiver, decided.Legends.Count), (decision.Type, decision.Receiver, decision.Legends.Count));
            Assert.Equal(decided.Trace.Count + 1, decision.Trace.Count);
            // What the agency has refused goes no second time as it was.
            Assert.Equal(10063, RecheckReceiver.Of(decided, known, null, Refused, Law).Refusal?.Code);
        }
        Assert.Contains("HTTP 503", RecheckReceiver.Of(decided, null, "HTTP 503", Unasked, Law).Decision.Trace[^1], StringComparison.Ordinal);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Decides_again_within_the_class(bool wasRefused)
    {
        var (decision, refusal) = RecheckReceiver.Of(Given.Invoice(Given.Company), Says(6), null, wasRefused ? Refused : Unasked, Law);
        Assert.Null(refusal);
        Assert.Equal((1, 6, 1), (decision.Type, decision.Receiver.Condition, decision.Legends.Count));
        // And back, without the legend.
        Assert.Equal((1, 0), RecheckReceiver.Of(decision, Says(1), null, Unasked, Law) is { Refusal: null, Decision: var back } ? (back.Receiver.Condition, back.Legends.Count) : default);
    }

    [Fact]
    public void Leaves_another_class_and_an_inactive_receiver_to_a_person()
    {
        var decided = Given.Invoice(Given.Company);
        Assert.Equal(10063, RecheckReceiver.Of(decided, Says(4), null, Unasked, Law).Refusal?.Code);
        Assert.Equal(10247, RecheckReceiver.Of(decided, Says(1) with { Taxpayer = Says(1).Taxpayer with { IsActive = false } }, null, Unasked, Law).Refusal?.Code);
    }

    [Fact]
    public void Reads_many_at_once()
    {
        var answer = XElement.Parse("""
            <getPersonaList_v2Response><personaListReturn><metadata><servidor>x</servidor></metadata>
            <persona><datosGenerales><idPersona>30712345671</idPersona><razonSocial>HILADOS S.A.</razonSocial></datosGenerales><datosRegimenGeneral><impuesto><idImpuesto>30</idImpuesto></impuesto></datosRegimenGeneral></persona>
            <persona><errorConstancia><error>No existe persona con ese Id</error><idPersona>20444444445</idPersona></errorConstancia></persona><persona/>
            </personaListReturn></getPersonaList_v2Response>
            """);
        Assert.Equal([("30712345671", (int?)1), ("20444444445", null)], ReadTaxpayer.Constancias(answer)!.Select(t => (t.Cuit, t.Condition)));
        Assert.Equal(["30712345671", "20444444445"], RegistryXml.Certificates(new AccessTicket("k", 1, "T", "S", DateTimeOffset.MaxValue), "30000000015", ["30712345671", "20444444445"]).Elements("idPersona").Select(e => e.Value));
    }

    [Theory, EveryDatabase]
    public async Task Asks_again_before_class_A_and_holds_nothing_up(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database, settings: ("Arca:ReceiverSeconds", "0"));
        accountant.Faults.Plan = new AgencyFaultPlan { RegistrySays = "30712345671=mono" };
        await accountant.Sells(receiver: Accountant.Company);
        var small = Assert.Single(await accountant.SettledAsync(1));
        Assert.Equal((FiscalDocumentState.Authorized, "A", 6), (small.State, small.Decided.Class, small.Frozen.ReceiverCondition));
        Assert.Contains(small.Decided.Trace, t => t.Contains("se decidió de nuevo", StringComparison.Ordinal));

        accountant.Faults.Plan = new AgencyFaultPlan { RegistryIsDown = true };
        await accountant.Sells(receiver: Accountant.Company);
        var unasked = (await accountant.SettledAsync(2))[1];
        Assert.Equal((FiscalDocumentState.Authorized, 1), (unasked.State, unasked.Frozen.ReceiverCondition));
        Assert.Contains(unasked.Decided.Trace, t => t.StartsWith("No se pudo volver a consultar el padrón", StringComparison.Ordinal));

        // Another letter is for a person, who may also insist.
        accountant.Faults.Plan = new AgencyFaultPlan { RegistrySays = "30712345671=exempt" };
        await accountant.Sells(receiver: Accountant.Company);
        var other = (await accountant.SettledAsync(3))[2];
        Assert.Equal((FiscalDocumentState.Rejected, 10063, 0), (other.State, Assert.Single(other.AgencyNotes).Code, other.Attempts));
        (await accountant.Owner.Invoicing.CorrectAsync(other.Id, Accountant.Company)).Value();
        var sent = (await accountant.UntilAsync(all => all.TrueForAll(d => d.State == FiscalDocumentState.Authorized)))[2];
        Assert.Equal((1, 10063), (sent.Frozen.ReceiverCondition, Assert.Single(sent.AgencyNotes).Code));
        await Books.BalanceAsync(accountant.Shop);
    }

    [Theory, EveryDatabase]
    public async Task Asks_again_after_a_refusal_and_decides_anew_or_tells_a_person_why(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database);
        Assert.Equal(1, (await accountant.Owner.Invoicing.TaxpayerAsync(Accountant.Buyer)).Value().Condition);
        // What the registry said today is believed, until the agency says otherwise.
        accountant.Faults.Plan = new AgencyFaultPlan { RegistrySays = "30712345671=mono", RejectsOtherConditions = true };
        await accountant.Sells(receiver: Accountant.Company);
        var anew = Assert.Single(await accountant.SettledAsync(1));
        Assert.Equal((FiscalDocumentState.Authorized, 6), (anew.State, anew.Frozen.ReceiverCondition));
        Assert.Contains("10063", string.Concat((await accountant.Owner.Invoicing.FindAsync(anew.Id)).Value().Exchanges.Select(e => e.Answer)) + string.Concat(anew.Decided.Trace), StringComparison.Ordinal);

        accountant.Faults.Plan = new AgencyFaultPlan { RegistrySays = "30712345671=inactive" };
        await accountant.Sells(receiver: Accountant.Company);
        var inactive = (await accountant.SettledAsync(2))[1];
        Assert.Equal(FiscalDocumentState.Rejected, inactive.State);
        Assert.Equal([10247, 10247], inactive.AgencyNotes.Select(n => n.Code));
        Assert.Contains("figura inactivo en el padrón", inactive.AgencyNotes[1].Words, StringComparison.Ordinal);
        (await accountant.Owner.Invoicing.CorrectAsync(inactive.Id, null)).Value();
        Assert.Equal("B", (await accountant.UntilAsync(all => all.TrueForAll(d => d.State == FiscalDocumentState.Authorized)))[1].Decided.Class);
        await Books.BalanceAsync(accountant.Shop);
    }

    [Theory, EveryDatabase]
    public async Task Finds_the_CUIT_of_a_DNI(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database);
        var staff = accountant.Owner.Invoicing;
        Assert.Equal(("20111111112", "GOMEZ ANA MARIA"), (await staff.TaxpayersOfAsync("11.111.111")).Value() is [var ana] ? (ana.Cuit, ana.Name) : default);
        Assert.Equal("invoicing.receiver_document", (await staff.TaxpayersOfAsync("once")).Problem().Code);
        accountant.Faults.Plan = new AgencyFaultPlan { RegistryIsDown = true };
        Assert.Equal("invoicing.registry_unavailable", (await staff.TaxpayersOfAsync("22222222")).Problem().Code);
    }

    private static KnownTaxpayer Says(int? condition, string? remark = null) => new(new Taxpayer("30712345671", "HILADOS S.A.", true, true, condition, null, null, remark), Given.Noon, IsOld: false);
}
