namespace Hilo.Web.Backoffice.Payments;

/// <summary>What of the money waits for a person, and what providers told.</summary>
internal static class ListPayments
{
    public static readonly string[] Tabs = ["decide", "dead", "all"];

    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/pagos", HandleAsync);
        office.MapPost("/pagos/{attempt:guid}/decision", DecideAsync);
        office.MapPost("/pagos/avisos/{arrived:guid}/repeticion", ReplayAsync);
    }

    private static async Task<IResult> HandleAsync(string? vista, string? desde, HiloClient client, OfficeShells shells, CancellationToken cancel)
    {
        var (tab, trail) = (Tabs.Contains(vista, StringComparer.Ordinal) ? vista! : "decide", new Trail(desde));
        if ((await client.Payments.MismatchesAsync(cancel)).Refused(out var problem, out var mismatches)) return await OfficeRefusals.PageAsync(problem, shells, cancel);
        PageOf<ProviderEventView>? arrived = null;
        if (tab != "decide" && (await client.Payments.ProviderEventsAsync(tab == "dead" ? ProviderEventState.Dead : null, trail.Cursor, cancel)).Refused(out problem, out arrived))
            return await OfficeRefusals.PageAsync(problem, shells, cancel);
        return Page.Of<PaymentsPage>(new { Shell = await shells.LoadAsync(cancel), Mismatches = mismatches, Arrived = arrived, Tab = tab, Trail = trail });
    }

    private static async Task<IResult> DecideAsync(PaymentAttemptId attempt, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        var decision = form["decision"] == "give_back" ? MismatchDecision.GiveBack : MismatchDecision.Accept;
        if ((await client.Payments.DecideMismatchAsync(attempt, decision, FormKey.Of(form), cancel)).Refused(out var problem, out _)) Flash.Refuse(context, problem);
        else Flash.Say(context, decision == MismatchDecision.Accept ? PaymentTexts.Accepted : PaymentTexts.GoesBack);
        return Page.GoTo("/oficina/pagos");
    }

    private static async Task<IResult> ReplayAsync(ProviderEventId arrived, IFormCollection form, HttpContext context, HiloClient client, CancellationToken cancel)
    {
        if ((await client.Payments.ReplayAsync(arrived, FormKey.Of(form), cancel)).Refused(out var problem, out _)) Flash.Refuse(context, problem);
        else Flash.Say(context, PaymentTexts.Replayed);
        return Page.GoTo(form["vista"] == "all" ? "/oficina/pagos?vista=all" : "/oficina/pagos?vista=dead");
    }
}
