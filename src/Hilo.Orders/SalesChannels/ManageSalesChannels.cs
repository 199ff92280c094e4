using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

internal static class ManageSalesChannels
{
    public static void Map(RouteGroupBuilder api)
    {
        var channels = api.MapGroup("/sales-channels").WithTags("Orders");
        channels.MapGet("", ListAsync).RequirePermission(Permissions.OrdersRead).WithSummary("Where the merchant sells.");
        channels.MapPost("", CreateAsync).RequirePermission(Permissions.SettingsManage).WithSummary("Open a sales channel.");
        channels.MapPut("/{id}", SaveAsync).RequirePermission(Permissions.SettingsManage).WithSummary("Change a sales channel. Needs If-Match.");
    }

    private static async Task<Ok<IReadOnlyList<SalesChannelView>>> ListAsync(OrdersDb db, CancellationToken cancel) =>
        TypedResults.Ok<IReadOnlyList<SalesChannelView>>(
            [.. (await db.SalesChannels.AsNoTracking().OrderBy(c => c.CreatedAt).ThenBy(c => c.Id).ToListAsync(cancel)).Select(c => c.View())]);

    private static async Task<Results<Created<SalesChannelView>, ProblemHttpResult>> CreateAsync(
        SaveSalesChannelRequest request, OrdersDb db, IMerchant merchant, TimeProvider clock, CancellationToken cancel)
    {
        if (await RefusedAsync(request, merchant, cancel) is { } problem) return problem.ToHttp();
        var channel = new SalesChannel
        {
            Id = IId<SalesChannelId>.New(),
            Name = request.Name.Trim(),
            Kind = request.Kind,
            LegalEntityId = request.LegalEntityId,
            Currency = request.Currency,
            IsActive = request.IsActive,
            TransferHours = request.TransferHours,
            PickupHoldDays = request.PickupHoldDays,
            CreatedAt = clock.GetUtcNow(),
        };
        db.SalesChannels.Add(channel);
        db.Publish(new SalesChannelSaved(channel.Id));
        await db.SaveChangesAsync(cancel);
        return TypedResults.Created($"/api/v1/sales-channels/{channel.Id}", channel.View());
    }

    private static async Task<Results<Ok<SalesChannelView>, NotFound, ProblemHttpResult>> SaveAsync(
        SalesChannelId id, SaveSalesChannelRequest request, OrdersDb db, IMerchant merchant, HttpContext http, CancellationToken cancel)
    {
        if (await db.SalesChannels.FindAsync([id], cancel) is not { } channel) return TypedResults.NotFound();
        if (http.RefusedEditOf(channel.Version) is { } conflict) return conflict.ToHttp();
        if (await RefusedAsync(request, merchant, cancel) is { } problem) return problem.ToHttp();
        channel.Edit(request);
        db.Publish(new SalesChannelSaved(channel.Id));
        await db.SaveChangesAsync(cancel);
        http.ShowVersion(channel.Version);
        return TypedResults.Ok(channel.View());
    }

    private static async Task<Problem?> RefusedAsync(SaveSalesChannelRequest request, IMerchant merchant, CancellationToken cancel) =>
        (await merchant.CurrentAsync(cancel)).LegalEntities.Any(e => e.Id == request.LegalEntityId) ? null : SalesChannelProblems.UnknownLegalEntity;
}

internal static class SalesChannelProblems
{
    public static readonly Problem UnknownLegalEntity = new("sales_channel.legal_entity_unknown", "The merchant has no such legal entity.", 422);

    public static readonly ProblemPage[] Pages =
    [
        new("sales_channel.legal_entity_unknown", new("Esa razón social no existe", "El canal nombra una razón social que la empresa no tiene.", "Elegí una de la configuración."), new("No such legal entity", "The channel names one that the merchant does not have.", "Choose one of the settings.")),
    ];
}
