namespace Hilo.Web.Backoffice.Refunds;

/// <summary>A person gave the money back by hand and says so, or decides that nothing goes back.</summary>
internal static class SettleRefund
{
    public static void Map(RouteGroupBuilder office)
    {
        office.MapPost("/reintegros/{id:guid}/devolucion", HandleAsync);
        office.MapPost("/reintegros/{id:guid}/sin-efecto", DropAsync);
    }

    /// <summary>Nothing goes back after all.</summary>
    private static async Task<IResult> DropAsync(RefundDueId id, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        if ((await client.Refunds.DropAsync(id, new DropRefundRequest(form["reason"].ToString().Trim()), FormKey.Of(form), cancel)).Refused(out var problem, out _)) Flash.Refuse(context, problem);
        else Flash.Say(context, RefundTexts.Dropped);
        return Page.GoTo("/oficina/reintegros");
    }

    private static async Task<IResult> HandleAsync(RefundDueId id, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        var tender = Word<Tender>.TryParse(form["tender"], null, out var word) ? word.Value : Tender.BankTransfer;
        var reference = form["reference"].ToString().Trim();
        if ((await client.Refunds.SettleAsync(id, new SettleRefundRequest(tender, reference.Length == 0 ? null : reference), FormKey.Of(form), cancel)).Refused(out var problem, out _))
            Flash.Refuse(context, problem);
        else Flash.Say(context, RefundTexts.Settled);
        return Page.GoTo("/oficina/reintegros");
    }
}
