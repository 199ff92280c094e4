using System.Globalization;

namespace Hilo.Invoicing;

/// <summary>Section <c>Arca</c>. Read at each use, so that a change counts at once. Times are the agency's own lessons: shorten them only in tests.</summary>
internal sealed class AgencySettings(IConfiguration configuration)
{
    /// <summary>After a lost answer the agency may still commit: nothing is sent again before that long has passed.</summary>
    public TimeSpan Grace => Seconds("GraceSeconds", 60);

    public TimeSpan BatchGrace => Seconds("BatchGraceSeconds", 120);

    /// <summary>Between two answers “no such voucher” that count as two.</summary>
    public TimeSpan AbsenceGap => Seconds("AbsenceGapSeconds", 15);

    /// <summary>How long numbers that were confirmed are believed without asking.</summary>
    public TimeSpan TrustsNumberFor => Seconds("TrustSeconds", 600);

    public TimeSpan ReadTimeout => Seconds("ReadTimeoutSeconds", 30);

    public TimeSpan WriteTimeout => Seconds("WriteTimeoutSeconds", 60);

    public TimeSpan BatchTimeout => Seconds("BatchTimeoutSeconds", 120);

    /// <summary>A document that stays unsettled so long goes to a person.</summary>
    public TimeSpan Horizon => Seconds("HorizonSeconds", 24 * 3600);

    /// <summary>Pause after the first failure; later ones grow from it.</summary>
    public TimeSpan FirstPause => Seconds("RetrySeconds", 5);

    /// <summary>After so many calls in a row without an answer a service counts as out of service.</summary>
    public int OpensAfter => Whole("OpensAfter", 5, 1, 100);

    /// <summary>How often a service that is out is asked whether it is up again.</summary>
    public TimeSpan ProbeEvery => Seconds("ProbeSeconds", 30);

    /// <summary>How soon a series looks again whether its service is back, or whether contingency has begun.</summary>
    public TimeSpan LooksAgain => TimeSpan.FromSeconds(Math.Min(5, ProbeEvery.TotalSeconds));

    /// <summary>From this difference on requests for access use the agency's clock.</summary>
    public TimeSpan SkewCorrectedFrom => Seconds("SkewCorrectedSeconds", 5);

    /// <summary>From this difference on people are told to set the server's clock.</summary>
    public TimeSpan SkewToldFrom => Seconds("SkewToldSeconds", 60);

    /// <summary>How long a service has to be out before documents are made under a CAEA.</summary>
    public TimeSpan ContingencyAfter => Seconds("ContingencySeconds", 120);

    /// <summary>How often the agency's tables are read.</summary>
    public TimeSpan TablesEvery => Seconds("TablesSeconds", 24 * 3600);

    /// <summary>How long the registry's word about a taxpayer is taken without asking again.</summary>
    public TimeSpan TaxpayerFor => Seconds("TaxpayerSeconds", 7 * 24 * 3600);

    /// <summary>The same before a document of class A goes to it.</summary>
    public TimeSpan ReceiverFor => Seconds("ReceiverSeconds", 24 * 3600);

    /// <summary>Nobody waits longer for the registry: it only fills in.</summary>
    public TimeSpan RegistryTimeout => Seconds("RegistryTimeoutSeconds", 5);

    /// <summary>How long a server that stops still waits for an answer.</summary>
    public TimeSpan Farewell => Seconds("FarewellSeconds", 5);

    /// <summary>Documents in one request, as far as the agency takes so many: it says itself how many.</summary>
    public int Batch => Whole("Batch", 100, 1, 1_000);

    /// <summary>How far a rate that was agreed may be above the agency's, in percent: what it allows is not written anywhere (specs: arca 9.6).</summary>
    public int RateAbovePercent => Whole("RateAbovePercent", 0, 0, 300);

    /// <summary>What WSFEXv1 answers about a number that it does not know. Its codes are not all published: they can be corrected here.</summary>
    public int AbroadAbsent => Whole("AbroadAbsentCode", 1020, 1, int.MaxValue);

    /// <summary>What WSFEXv1 answers to a number, or a date, that is not the next of its series.</summary>
    public int AbroadWrongNumber => Whole("AbroadWrongNumberCode", 1535, 1, int.MaxValue);

    /// <summary>What WSFEXv1 answers to a point of sale that is not registered for it.</summary>
    public int AbroadWrongPoint => Whole("AbroadWrongPointCode", 1510, 1, int.MaxValue);

    public Uri AddressOf(FiscalEnvironment environment, string service) => new(configuration[$"Arca:{environment}:{service}"] ?? (environment, service) switch
    {
        (FiscalEnvironment.Sandbox, _) when configuration["Arca:Sandbox:Base"] is { } home => $"{home.TrimEnd('/')}/{service.ToLowerInvariant()}",
        (FiscalEnvironment.Homologation, "Wsaa") => "https://wsaahomo.afip.gov.ar/ws/services/LoginCms",
        (FiscalEnvironment.Homologation, "Wsfe") => "https://wswhomo.afip.gov.ar/wsfev1/service.asmx",
        (FiscalEnvironment.Homologation, "Wsfex") => "https://wswhomo.afip.gov.ar/wsfexv1/service.asmx",
        (FiscalEnvironment.Homologation, "Constancia") => "https://awshomo.afip.gov.ar/sr-padron/webservices/personaServiceA5",
        (FiscalEnvironment.Homologation, "Padron") => "https://awshomo.afip.gov.ar/sr-padron/webservices/personaServiceA13",
        (FiscalEnvironment.Production, "Wsaa") => "https://wsaa.afip.gov.ar/ws/services/LoginCms",
        (FiscalEnvironment.Production, "Wsfe") => "https://servicios1.afip.gov.ar/wsfev1/service.asmx",
        (FiscalEnvironment.Production, "Wsfex") => "https://servicios1.afip.gov.ar/wsfexv1/service.asmx",
        (FiscalEnvironment.Production, "Constancia") => "https://aws.afip.gov.ar/sr-padron/webservices/personaServiceA5",
        (FiscalEnvironment.Production, "Padron") => "https://aws.afip.gov.ar/sr-padron/webservices/personaServiceA13",
        _ => throw new InvalidOperationException($"Arca:{environment}:{service} has no address."),
    });

    private int Whole(string name, int usual, int least, int most) =>
        int.TryParse(configuration[$"Arca:{name}"], CultureInfo.InvariantCulture, out var value) ? Math.Clamp(value, least, most) : usual;

    private TimeSpan Seconds(string name, double usual) =>
        TimeSpan.FromSeconds(double.TryParse(configuration[$"Arca:{name}"], CultureInfo.InvariantCulture, out var seconds) ? seconds : usual);
}
