using Hilo.Client;
using Hilo.Invoicing;
using Hilo.Platform;
using Hilo.Sandbox.Agency;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Fiscal;

public class Renewing_a_certificate
{
    private static readonly DateTimeOffset Now = Given.Noon;

    [Theory]
    [InlineData(61, null)]
    [InlineData(60, 60)]
    [InlineData(16, 30)]
    [InlineData(8, 15)]
    [InlineData(7, 7)]
    [InlineData(3, 3)]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    [InlineData(-5, 0)]
    public void Is_announced_at_its_marks(int days, int? alarm) => Assert.Equal(alarm, WatchCertificate.Alarm(Now.AddDays(days), Now));

    [Theory, EveryDatabase]
    public async Task Switches_to_the_new_key_only_when_the_agency_lets_it_in(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database);
        var (agency, issuer) = (accountant.Owner.Invoicing, accountant.Issuer);
        Assert.Equal("invoicing.alias_in_use", (await agency.BeginRenewalAsync(issuer.Id, "Hilo")).Problem().Code);
        Assert.Equal("invoicing.no_renewal", (await agency.CertifyRenewalAsync(issuer.Id, "x")).Problem().Code);
        var renewal = (await agency.BeginRenewalAsync(issuer.Id, "hilo2028")).Value().Renewal!;
        // The certificate of the running key is not one of the new key.
        Assert.Equal("invoicing.certificate_of_other", (await agency.CertifyRenewalAsync(issuer.Id, await SignAsync(accountant, issuer.SigningRequest))).Problem().Code);

        accountant.Faults.Plan = new AgencyFaultPlan { LacksDelegation = true };
        var brought = (await agency.CertifyRenewalAsync(issuer.Id, await SignAsync(accountant, renewal.SigningRequest))).Value();
        await SweepAsync(accountant);
        var waiting = (await agency.IssuersAsync()).Value().Single();
        Assert.Equal((issuer.CertificateThumbprint ?? brought.CertificateThumbprint, "hilo"), (waiting.CertificateThumbprint, waiting.Alias));
        Assert.Contains("Administrador de Relaciones", waiting.Renewal!.Problem, StringComparison.Ordinal);

        // Meanwhile the running one goes on.
        accountant.Faults.Plan = new AgencyFaultPlan();
        await accountant.Sells();
        await accountant.SettledAsync(1);
        var again = (await agency.BeginRenewalAsync(issuer.Id, "hilo2029")).Value().Renewal!;
        (await agency.CertifyRenewalAsync(issuer.Id, await SignAsync(accountant, again.SigningRequest))).Value();
        await SweepAsync(accountant);
        var switched = (await agency.IssuersAsync()).Value().Single();
        Assert.Equal(("hilo2029", null), (switched.Alias, switched.Renewal));
        Assert.NotEqual(waiting.CertificateThumbprint, switched.CertificateThumbprint);
        await accountant.Sells();
        await accountant.SettledAsync(2);

        var health = Assert.Single((await agency.HealthAsync()).Value());
        Assert.Equal((0, 0, 0, (int?)null), (health.Waiting, health.InDoubt, health.ForPerson, health.CertificateAlarm));
        Assert.InRange(health.CertificateDaysLeft!.Value, 700, 732);
    }

    [Theory, EveryDatabase]
    public async Task Waits_for_the_export_service_too_where_something_is_sold_abroad(Database database)
    {
        await using var accountant = await Accountant.OpenAsync(database);
        var (agency, issuer) = (accountant.Owner.Invoicing, accountant.Issuer);
        (await agency.AddPointAsync(issuer.Id, new AddFiscalPointRequest(30, IsAbroad: true))).Value();
        foreach (var (alias, lacks, expected) in ((string, string?, string)[])[("hilo2028", "wsfex", "hilo"), ("hilo2029", null, "hilo2029")])
        {
            accountant.Faults.Plan = new AgencyFaultPlan { LacksService = lacks };
            var renewal = (await agency.BeginRenewalAsync(issuer.Id, alias)).Value().Renewal!;
            (await agency.CertifyRenewalAsync(issuer.Id, await SignAsync(accountant, renewal.SigningRequest))).Value();
            await SweepAsync(accountant);
            var now = (await agency.IssuersAsync()).Value().Single();
            Assert.Equal((expected, lacks is not null), (now.Alias, now.Renewal?.Problem is not null));
        }
        (await agency.TakeExternalAsync(Exports.Sale("EXP-1"))).Value();
        Assert.Equal(FiscalDocumentState.Authorized, (await accountant.SettledAsync(1))[0].State);
    }

    private static async Task<string> SignAsync(Accountant accountant, string request)
    {
        using var browser = new HttpClient { BaseAddress = accountant.Shop.Address };
        using var signed = await browser.PostAsync("sandbox/arca/certificates", new StringContent(request));
        return await signed.Content.ReadAsStringAsync();
    }

    private static Task SweepAsync(Accountant accountant) => accountant.Shop.Services.GetRequiredService<Sweeps>().RunAsync<SwitchCertificates>(CancellationToken.None);
}
