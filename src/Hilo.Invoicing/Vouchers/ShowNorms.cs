using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hilo.Invoicing;

internal static class ShowNorms
{
    public static void Map(RouteGroupBuilder invoicing) => invoicing.MapGet("/norms", Handle).RequirePermission(Permissions.InvoicingRead)
        .WithSummary("Thresholds, deadlines and legends of the law that documents follow today, and those known to come.");

    private static Ok<IReadOnlyList<NormView>> Handle(Norms norms, TimeProvider clock) =>
        TypedResults.Ok<IReadOnlyList<NormView>>([.. norms.HoldingFrom(FiscalDay.Of(clock.GetUtcNow())).Select(n => new NormView(n.Key, n.Value, n.From, n.To, n.Source, n.IsOwn))]);
}
