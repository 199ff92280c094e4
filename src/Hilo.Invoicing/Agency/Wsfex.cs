using System.Xml.Linq;

namespace Hilo.Invoicing;

/// <summary>The service of export vouchers (specs: arca 13). Talks to the outside: the caller has no open transaction.</summary>
internal sealed class Wsfex(AgencyCalls calls, AgencySettings settings) : IAuthorizeVouchers
{
    public Task<AgencyFailure?> CannotEnterAsync(AgencyIdentity who, CancellationToken cancel) => calls.CannotEnterAsync(who, AgencyService.Wsfex, cancel);

    public Task<bool> IsProvenAsync(FiscalEnvironment environment, CancellationToken cancel) => calls.IsProvenAsync(environment, AgencyService.Wsfex, cancel);

    public async Task<Asked<long>> LastAsync(AgencyIdentity who, int point, int type, CancellationToken cancel)
    {
        if ((await AskAsync(who, auth => WsfexXml.Last(auth, point, type), settings.ReadTimeout, null, cancel)).Failed(out var failure, out var result)) return failure;
        if (WsfexAnswers.ErrorOf(result) is { } error) return Refused(error);
        return WsfeAnswers.Element(result, "FEXResult_LastCMP") is { } last ? WsfeAnswers.Number(last, "Cbte_nro") : AgencyFailure.Lost("Contestó sin número y sin error.");
    }

    /// <summary>The highest key that this issuer has used, on whatever point; 0 when there is none.</summary>
    public async Task<Asked<long>> LastIdAsync(AgencyIdentity who, CancellationToken cancel)
    {
        if ((await AskAsync(who, WsfexXml.LastId, settings.ReadTimeout, null, cancel)).Failed(out var failure, out var result)) return failure;
        if (WsfexAnswers.ErrorOf(result) is { } error) return Refused(error);
        return WsfeAnswers.Element(result, "FEXResultGet") is { } last ? WsfeAnswers.Number(last, "Id") : AgencyFailure.Lost("Contestó sin Id y sin error.");
    }

    public async Task<Asked<FoundVoucher>> FindAsync(AgencyIdentity who, int point, int type, long number, Action<Exchange>? keep, CancellationToken cancel)
    {
        if ((await AskAsync(who, auth => WsfexXml.Find(auth, point, type, number), settings.ReadTimeout, keep, cancel)).Failed(out var failure, out var result)) return failure;
        if (WsfexAnswers.ErrorOf(result) is { } error) return error.Code == settings.AbroadAbsent ? new AgencyFailure(FailureKind.Refused, AgencyFailure.NoData, error.Words) : Refused(error);
        return WsfexAnswers.Found(result) is { } found ? found : AgencyFailure.Lost("Contestó sin comprobante y sin error.");
    }

    /// <summary>One at a time: the service takes no more.</summary>
    public async Task<Asked<AuthorizationAnswer>> AuthorizeAsync(AgencyIdentity who, IReadOnlyList<Voucher> vouchers, Action<Exchange> keep, CancellationToken cancel) =>
        (await AskAsync(who, auth => WsfexXml.Authorize(auth, vouchers.Single()), settings.WriteTimeout, keep, cancel)).Failed(out var failure, out var result)
            ? failure
            : WsfexAnswers.Authorization(result, vouchers.Single(), new CodeMeanings([settings.AbroadWrongNumber], [settings.AbroadWrongPoint]));

    /// <summary>A parameter table, as rows of the names that WSFEv1 gives to the same things.</summary>
    public async Task<Asked<IReadOnlyList<IReadOnlyDictionary<string, string>>>> TableAsync(AgencyIdentity who, string table, CancellationToken cancel)
    {
        if ((await AskAsync(who, auth => WsfexXml.Table(auth, table), settings.ReadTimeout, null, cancel)).Failed(out var failure, out var result)) return failure;
        if (WsfexAnswers.ErrorOf(result) is { } error) return Refused(error);
        return WsfexAnswers.Rows(result);
    }

    private static AgencyFailure Refused(AgencyNote error) => new(FailureKind.Refused, error.Code, error.Words);

    private Task<Asked<XElement>> AskAsync(AgencyIdentity who, Func<XElement, XElement> request, TimeSpan limit, Action<Exchange>? keep, CancellationToken cancel)
    {
        var operation = request(new XElement("Auth")).Name.LocalName;
        return calls.AskAsync(
            who, AgencyService.Wsfex, operation, ticket => request(WsfexXml.Auth(ticket, who.Cuit)), answer => WsfexAnswers.ResultOf(answer, operation, who.Environment), limit, keep, cancel);
    }
}
