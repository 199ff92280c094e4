namespace Hilo.Invoicing;

/// <summary>A service of the agency that authorizes vouchers, one series at a time (specs: arca 6, 13). Talks to the outside: the caller has no open transaction.</summary>
internal interface IAuthorizeVouchers
{
    /// <summary>Makes sure of service and ticket before anything is frozen.</summary>
    Task<AgencyFailure?> CannotEnterAsync(AgencyIdentity who, CancellationToken cancel);

    /// <summary>A real call has worked since the last outage: what is sent now is not sent into the void.</summary>
    Task<bool> IsProvenAsync(FiscalEnvironment environment, CancellationToken cancel);

    /// <summary>The last number of a series; 0 when there is none.</summary>
    Task<Asked<long>> LastAsync(AgencyIdentity who, int point, int type, CancellationToken cancel);

    /// <summary>Refused with <see cref="AgencyFailure.NoData"/> when the agency does not know the number.</summary>
    Task<Asked<FoundVoucher>> FindAsync(AgencyIdentity who, int point, int type, long number, Action<Exchange>? keep, CancellationToken cancel);

    /// <summary>Asks for authorization. A lost answer is told as lost: this never sends twice.</summary>
    Task<Asked<AuthorizationAnswer>> AuthorizeAsync(AgencyIdentity who, IReadOnlyList<Voucher> vouchers, Action<Exchange> keep, CancellationToken cancel);
}

/// <summary>Which service a series belongs to.</summary>
internal sealed class Authorizers(Wsfe domestic, Wsfex abroad)
{
    public Wsfex Abroad => abroad;

    public IAuthorizeVouchers Of(Series series) => VoucherTypes.IsAbroad(series.VoucherType) ? abroad : domestic;
}
