using System.Xml.Linq;

namespace Hilo.Invoicing;

/// <summary>The electronic invoice service of the agency (specs: arca 6). Talks to the outside: the caller has no open transaction.</summary>
internal sealed class Wsfe(AgencyCalls calls, AgencySettings settings) : IAuthorizeVouchers
{
    /// <summary>Makes sure of service and ticket before anything is frozen.</summary>
    public Task<AgencyFailure?> CannotEnterAsync(AgencyIdentity who, CancellationToken cancel) => calls.CannotEnterAsync(who, AgencyService.Wsfe, cancel);

    public Task<Asked<bool>> IsUpAsync(FiscalEnvironment environment, CancellationToken cancel) => calls.IsUpAsync(environment, AgencyService.Wsfe, cancel);

    /// <summary>The last number of a series; 0 when there is none.</summary>
    public async Task<Asked<long>> LastAsync(AgencyIdentity who, int point, int type, CancellationToken cancel)
    {
        if ((await AskAsync(who, auth => WsfeXml.Last(auth, point, type), settings.ReadTimeout, null, cancel)).Failed(out var failure, out var result)) return failure;
        // With errors every number is 0.
        return WsfeAnswers.ErrorsOf(result) is { Count: > 0 } errors ? WsfeAnswers.Refused(errors) : WsfeAnswers.Number(result, "CbteNro");
    }

    /// <summary>Refused with <see cref="AgencyFailure.NoData"/> when the agency does not know the number.</summary>
    public async Task<Asked<FoundVoucher>> FindAsync(AgencyIdentity who, int point, int type, long number, Action<Exchange>? keep, CancellationToken cancel)
    {
        if ((await AskAsync(who, auth => WsfeXml.Find(auth, point, type, number), settings.ReadTimeout, keep, cancel)).Failed(out var failure, out var result)) return failure;
        if (WsfeAnswers.Found(result) is { } found) return found;
        return WsfeAnswers.ErrorsOf(result) is { Count: > 0 } errors ? WsfeAnswers.Refused(errors) : AgencyFailure.Lost("Contestó sin comprobante y sin error.");
    }

    /// <summary>Asks for authorization. A lost answer is told as lost: this never sends twice.</summary>
    public async Task<Asked<AuthorizationAnswer>> AuthorizeAsync(AgencyIdentity who, IReadOnlyList<Voucher> vouchers, Action<Exchange> keep, CancellationToken cancel) =>
        (await AskAsync(who, auth => WsfeXml.Authorize(auth, vouchers), LimitOf(vouchers), keep, cancel)).Failed(out var failure, out var result)
            ? failure
            : WsfeAnswers.Authorization(result, vouchers);

    /// <summary>A real call has worked since the last outage: what is sent now is not sent into the void.</summary>
    public Task<bool> IsProvenAsync(FiscalEnvironment environment, CancellationToken cancel) => calls.IsProvenAsync(environment, AgencyService.Wsfe, cancel);

    /// <summary>Tells of vouchers that were made under a CAEA. A lost answer is told as lost.</summary>
    public async Task<Asked<AuthorizationAnswer>> ReportAsync(AgencyIdentity who, IReadOnlyList<Voucher> vouchers, Action<Exchange> keep, CancellationToken cancel) =>
        (await AskAsync(who, auth => WsfeXml.Report(auth, vouchers), LimitOf(vouchers), keep, cancel)).Failed(out var failure, out var result)
            ? failure
            : WsfeAnswers.Authorization(result, vouchers, "CAEA");

    /// <summary>Asks for the code of a fortnight. Refused with <see cref="AgencyFailure.CaeaGiven"/> when there is one.</summary>
    public Task<Asked<GrantedCaea>> RequestCaeaAsync(AgencyIdentity who, Fortnight fortnight, CancellationToken cancel) =>
        CaeaAsync(who, auth => WsfeXml.RequestCaea(auth, fortnight.Period, fortnight.Half), settings.WriteTimeout, cancel);

    /// <summary>Refused with <see cref="AgencyFailure.NoData"/> when none was given.</summary>
    public Task<Asked<GrantedCaea>> FindCaeaAsync(AgencyIdentity who, Fortnight fortnight, CancellationToken cancel) =>
        CaeaAsync(who, auth => WsfeXml.FindCaea(auth, fortnight.Period, fortnight.Half), settings.ReadTimeout, cancel);

    /// <summary>Tells that nothing happened on a contingency point. Refused with <see cref="AgencyFailure.ClosedBefore"/> when it was told before.</summary>
    public async Task<Asked<bool>> ReportNoMovementAsync(AgencyIdentity who, int point, string caea, CancellationToken cancel)
    {
        if ((await AskAsync(who, auth => WsfeXml.ReportNoMovement(auth, point, caea), settings.WriteTimeout, null, cancel)).Failed(out var failure, out var result)) return failure;
        if (WsfeAnswers.ErrorsOf(result) is { Count: > 0 } errors) return WsfeAnswers.Refused(errors);
        return WsfeAnswers.Child(result, "Resultado") == "A" ? true : AgencyFailure.Lost("Contestó sin resultado.");
    }

    /// <summary>Whether it was told that nothing happened on a contingency point. Refused with <see cref="AgencyFailure.NoData"/> when it was not.</summary>
    public async Task<Asked<bool>> FindNoMovementAsync(AgencyIdentity who, int point, string caea, CancellationToken cancel)
    {
        if ((await AskAsync(who, auth => WsfeXml.FindNoMovement(auth, caea, point), settings.ReadTimeout, null, cancel)).Failed(out var failure, out var result)) return failure;
        if (WsfeAnswers.ErrorsOf(result) is { Count: > 0 } errors) return WsfeAnswers.Refused(errors);
        return WsfeAnswers.Elements(WsfeAnswers.Element(result, "ResultGet"), "FECAEASinMov").Any(told => WsfeAnswers.Child(told, "CAEA") == caea && WsfeAnswers.Number(told, "PtoVta") == point)
            ? true : AgencyFailure.Lost("Contestó sin el punto por el que se preguntó.");
    }

    /// <summary>Selling rate of a currency on a day, in pesos for one unit. Refused with <see cref="AgencyFailure.NoData"/> for one that it does not quote.</summary>
    public async Task<Asked<Quote>> RateAsync(AgencyIdentity who, string currency, DateOnly day, CancellationToken cancel)
    {
        if ((await AskAsync(who, auth => WsfeXml.ExchangeRate(auth, currency, day), settings.ReadTimeout, null, cancel)).Failed(out var failure, out var result)) return failure;
        if (WsfeAnswers.ErrorsOf(result) is { Count: > 0 } errors) return WsfeAnswers.Refused(errors);
        return WsfeAnswers.QuoteOf(result) is { } quote && quote.Currency == currency ? quote : AgencyFailure.Lost("Contestó sin cotización.");
    }

    /// <summary>A parameter table, as rows of names and values.</summary>
    public async Task<Asked<IReadOnlyList<IReadOnlyDictionary<string, string>>>> TableAsync(AgencyIdentity who, string table, CancellationToken cancel)
    {
        if (table == ReadParameters.Conditions) return await ConditionsAsync(who, cancel);
        if ((await RowsAsync(who, auth => table == ReadParameters.LargestRequest ? WsfeXml.LargestBatch(auth) : WsfeXml.Table(auth, table), cancel)).Failed(out var failure, out var rows)) return failure;
        return rows;
    }

    /// <summary>Class by class: what the agency says of all at once does not say it of each.</summary>
    private async Task<Asked<IReadOnlyList<IReadOnlyDictionary<string, string>>>> ConditionsAsync(AgencyIdentity who, CancellationToken cancel)
    {
        var all = new List<IReadOnlyDictionary<string, string>>();
        foreach (var letter in ReadParameters.Classes)
        {
            if ((await RowsAsync(who, auth => WsfeXml.ReceiverConditions(auth, letter), cancel)).Failed(out var failure, out var rows)) return failure;
            all.AddRange(rows.Select(row => new Dictionary<string, string>(row, StringComparer.Ordinal) { ["Cmp_Clase"] = letter }));
        }
        return all.ToArray();
    }

    private async Task<Asked<IReadOnlyDictionary<string, string>[]>> RowsAsync(AgencyIdentity who, Func<XElement, XElement> request, CancellationToken cancel)
    {
        if ((await AskAsync(who, request, settings.ReadTimeout, null, cancel)).Failed(out var failure, out var result)) return failure;
        if (WsfeAnswers.ErrorsOf(result) is { Count: > 0 } errors) return WsfeAnswers.Refused(errors);
        // A single number is a table of one row.
        if (WsfeAnswers.Child(result, "RegXReq") is { Length: > 0 } most) return new IReadOnlyDictionary<string, string>[] { new Dictionary<string, string> { ["Id"] = "RegXReq", ["Desc"] = most } };
        IReadOnlyDictionary<string, string>[] rows = [.. (WsfeAnswers.Element(result, "ResultGet")?.Elements() ?? [])
            .Select(row => row.Elements().ToDictionary(c => c.Name.LocalName, c => c.Value == "NULL" ? "" : c.Value, StringComparer.Ordinal))];
        return rows;
    }

    private async Task<Asked<GrantedCaea>> CaeaAsync(AgencyIdentity who, Func<XElement, XElement> request, TimeSpan limit, CancellationToken cancel)
    {
        if ((await AskAsync(who, request, limit, null, cancel)).Failed(out var failure, out var result)) return failure;
        if (WsfeAnswers.Granted(result) is { } granted) return granted;
        return WsfeAnswers.ErrorsOf(result) is { Count: > 0 } errors ? WsfeAnswers.Refused(errors) : AgencyFailure.Lost("Contestó sin CAEA y sin error.");
    }

    private TimeSpan LimitOf(IReadOnlyList<Voucher> vouchers) => vouchers.Count == 1 ? settings.WriteTimeout : settings.BatchTimeout;

    private Task<Asked<XElement>> AskAsync(AgencyIdentity who, Func<XElement, XElement> request, TimeSpan limit, Action<Exchange>? keep, CancellationToken cancel)
    {
        var operation = request(new XElement("Auth")).Name.LocalName;
        return calls.AskAsync(
            who, AgencyService.Wsfe, operation, ticket => request(WsfeXml.Auth(ticket, who.Cuit)), answer => WsfeAnswers.ResultOf(answer, operation, who.Environment), limit, keep, cancel);
    }
}
