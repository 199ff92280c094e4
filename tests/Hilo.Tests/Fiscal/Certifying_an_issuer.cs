using Hilo.Invoicing;
using Hilo.Tests.Sandbox;

namespace Hilo.Tests.Fiscal;

public class Certifying_an_issuer
{
    // The stand-in signs with the time of its own clock.
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Takes_the_certificate_of_its_own_key_and_cuit_only()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var (key, request) = CertificateKeys.New("Casa Retama S.A. (ejemplo)", "hilo", "30000000015");
        var certificate = await CertifyAsync(sandbox, request);

        var (pem, expires) = CertificateKeys.Match(certificate, key, "30000000015", FiscalEnvironment.Sandbox, Now).Value();

        Assert.Equal(certificate.Trim(), pem.Trim());
        Assert.True(expires > Now.AddYears(1));
        Assert.Equal("invoicing.certificate_of_other", CertificateKeys.Match(certificate, key, "30712345671", FiscalEnvironment.Sandbox, Now).Problem().Code);
        Assert.Equal("invoicing.certificate_of_other", CertificateKeys.Match(certificate, CertificateKeys.New("Otra", "hilo", "30000000015").PrivateKey, "30000000015", FiscalEnvironment.Sandbox, Now).Problem().Code);
        Assert.Equal("invoicing.certificate_expired", CertificateKeys.Match(certificate, key, "30000000015", FiscalEnvironment.Sandbox, Now.AddYears(5)).Problem().Code);
        Assert.Equal("invoicing.certificate_too_early", CertificateKeys.Match(certificate, key, "30000000015", FiscalEnvironment.Sandbox, Now.AddYears(-9)).Problem().Code);
        Assert.Equal("invoicing.certificate_of_environment", CertificateKeys.Match(certificate, key, "30000000015", FiscalEnvironment.Production, Now).Problem().Code);
        Assert.Equal("invoicing.certificate_unreadable", CertificateKeys.Match("hola", key, "30000000015", FiscalEnvironment.Sandbox, Now).Problem().Code);
    }

    [Fact]
    public async Task Signs_its_way_in_with_a_message_that_the_agency_accepts()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var (key, request) = CertificateKeys.New("Casa Retama S.A.", "hilo", "30000000015");
        var identity = new AgencyIdentity(FiscalEnvironment.Sandbox, "30000000015", await CertifyAsync(sandbox, request), () => key);
        var now = TimeProvider.System.GetUtcNow();

        using var answer = await LogInAsync(sandbox, identity.Sign(LoginRequest.Text("wsfe", now), now));
        Assert.Contains("&lt;token&gt;", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var early = await LogInAsync(sandbox, identity.Sign(LoginRequest.Text("wsfe", now.AddHours(1)), now));
        Assert.Contains("xml.generationTime.invalid", await early.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var stranger = await LogInAsync(sandbox, identity.Sign(LoginRequest.Text("wsbfe", now), now));
        Assert.Contains("coe.notAuthorized", await stranger.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> CertifyAsync(SandboxHost sandbox, string request)
    {
        using var answer = await sandbox.Http.PostAsync("/sandbox/arca/certificates", new StringContent(request));
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    private static Task<HttpResponseMessage> LogInAsync(SandboxHost sandbox, byte[] cms) =>
        sandbox.Http.PostAsync("/sandbox/arca/wsaa", new StringContent(SoapCalls.TextOf(LoginRequest.Call(cms))));
}
