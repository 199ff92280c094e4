using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Invoicing;

/// <summary>When the document of a sale is due on one channel, and whether those of other systems are mailed.</summary>
internal sealed class ChannelRule
{
    public required SalesChannelId SalesChannelId { get; init; }
    public required DocumentDue Due { get; set; }
    public bool MailsExternal { get; set; } = true;
    public required DateTimeOffset ChangedAt { get; set; }
}

/// <summary>Which moment makes the document, channel by channel (specs: arca 20.2). Goods that leave before they are paid are documented then: the law takes whichever comes first.</summary>
internal static class ChannelRules
{
    public static void Map(RouteGroupBuilder invoicing)
    {
        invoicing.MapGet("/channels", ListAsync).RequirePermission(Permissions.InvoicingRead).WithSummary("When the document of a sale is due, for channels that have a rule of their own. All others: when it is paid.");
        invoicing.MapPut("/channels/{id}", SetAsync).RequirePermission(Permissions.InvoicingManage).RequireIdempotencyKey()
            .WithSummary("Invoice sales of a channel when they are paid, when the first of their goods leave, or each dispatch by itself; and say whether documents of other systems are mailed. Holds for sales that have no document yet.");
    }

    private static async Task<Ok<IReadOnlyList<FiscalChannelView>>> ListAsync(InvoicingDb db, CancellationToken cancel) => TypedResults.Ok<IReadOnlyList<FiscalChannelView>>(
        [.. (await db.ChannelRules.AsNoTracking().OrderBy(r => r.ChangedAt).ToListAsync(cancel)).Select(r => new FiscalChannelView(r.SalesChannelId, r.Due, r.ChangedAt, r.MailsExternal))]);

    private static async Task<Ok<FiscalChannelView>> SetAsync(SalesChannelId id, SetFiscalChannelRequest request, InvoicingDb db, TimeProvider clock, CancellationToken cancel)
    {
        var (rule, now) = (await db.ChannelRules.FindAsync([id], cancel), clock.GetUtcNow());
        if (rule is null) db.Add(rule = new ChannelRule { SalesChannelId = id, Due = request.Due, ChangedAt = now });
        (rule.Due, rule.MailsExternal, rule.ChangedAt) = (request.Due, request.MailsOtherSystems, now);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new FiscalChannelView(id, rule.Due, rule.ChangedAt, rule.MailsExternal));
    }
}
