using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Invoicing;

/// <summary>Name, VAT condition and address from a CUIT. Whoever asks goes on without an answer: this fills in, it never decides.</summary>
internal static class FindTaxpayer
{
    private const int MostOfOneDocument = 5;

    public static void Map(RouteGroupBuilder invoicing, RouteGroupBuilder shop)
    {
        invoicing.MapGet("/taxpayers/{cuit}", ForStaffAsync).RequirePermission(Permissions.InvoicingRead)
            .WithSummary("Who a CUIT belongs to, by the agency's registry. When it does not answer, what it said before; else 503.");
        invoicing.MapGet("/taxpayers", OfDocumentAsync).RequirePermission(Permissions.InvoicingRead)
            .WithSummary("Who a DNI belongs to, by the agency's registry: one taxpayer, several, or none.");
        shop.MapGet("/taxpayers/{cuit}", ForShopperAsync).LimitAttempts().WithSummary("Name and VAT condition of a CUIT, to fill in an invoice; the address of companies only.");
    }

    private static async Task<Results<Ok<TaxpayerView>, NotFound, ProblemHttpResult>> ForStaffAsync(string cuit, Taxpayers taxpayers, CancellationToken cancel) =>
        await AnswerAsync(cuit, taxpayers, isForStaff: true, cancel);

    private static async Task<Results<Ok<TaxpayerView>, NotFound, ProblemHttpResult>> ForShopperAsync(string cuit, Taxpayers taxpayers, CancellationToken cancel) =>
        await AnswerAsync(cuit, taxpayers, isForStaff: false, cancel);

    private static async Task<Results<Ok<IReadOnlyList<TaxpayerView>>, ProblemHttpResult>> OfDocumentAsync(string dni, Taxpayers taxpayers, CancellationToken cancel)
    {
        if (dni.Replace(".", "", StringComparison.Ordinal) is not { Length: > 0 and <= 8 } digits || !digits.All(char.IsAsciiDigit)) return InvoicingProblems.ReceiverDocument.ToHttp();
        if ((await taxpayers.OfDocumentAsync(digits, cancel)).Failed(out _, out var cuits)) return InvoicingProblems.RegistryUnavailable.ToHttp();
        var found = new List<TaxpayerView>();
        foreach (var cuit in cuits.Take(MostOfOneDocument))
        {
            if (Cuit.TryParse(cuit, out var asked) && !(await taxpayers.LookUpAsync(asked, cancel)).Failed(out _, out var known)) found.Add(ViewOf(known, isForStaff: true));
        }
        return TypedResults.Ok<IReadOnlyList<TaxpayerView>>(found);
    }

    private static async Task<Results<Ok<TaxpayerView>, NotFound, ProblemHttpResult>> AnswerAsync(string cuit, Taxpayers taxpayers, bool isForStaff, CancellationToken cancel)
    {
        if (!Cuit.TryParse(cuit, out var asked)) return InvoicingProblems.ReceiverCuit.ToHttp();
        if ((await taxpayers.LookUpAsync(asked, cancel)).Failed(out var failure, out var known))
            return failure is { Kind: FailureKind.Refused, Code: AgencyFailure.NoData } ? TypedResults.NotFound() : InvoicingProblems.RegistryUnavailable.ToHttp();
        return TypedResults.Ok(ViewOf(known, isForStaff));
    }

    private static TaxpayerView ViewOf(KnownTaxpayer known, bool isForStaff)
    {
        var found = known.Taxpayer;
        return new TaxpayerView(
            found.Cuit, found.Name, found.IsCompany, found.IsActive, found.Condition, found.Suggested, isForStaff || found.IsCompany ? found.Address : null, isForStaff ? found.Remark : null, known.AskedAt, known.IsOld);
    }
}
