using System.Globalization;
using Hilo.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

/// <summary>The "botón de arrepentimiento": no sign-in, no reason; a code at once and by mail. The answer never tells whether the order exists.</summary>
internal static class RequestRevocation
{
    /// <summary>Mails to one mailbox in a day: a stranger cannot fill it. What is asked beyond is recorded all the same.</summary>
    private const int MostMailsPerDay = 5;

    public static void Map(RouteGroupBuilder shop) => shop.MapPost("/revocations", HandleAsync).AllowAnyone().LimitAttempts().RequireIdempotencyKey()
        .WithSummary("Take a purchase back within ten days (law 24.240, article 34). Answers the code that proves it and mails it.");

    private static async Task<Results<Ok<RevocationRecorded>, ProblemHttpResult>> HandleAsync(
        RequestRevocationRequest request, OrdersDb db, SalesChannels channels, TimeProvider clock, CancellationToken cancel)
    {
        var (email, now) = (Cart.EmailKey(request.Email), clock.GetUtcNow());
        var number = string.IsNullOrWhiteSpace(request.OrderNumber) ? null : request.OrderNumber.Trim();
        var order = number is not null && OrderNumber.Normalized(number) is { } normal
            ? await db.Orders.Where(o => o.Number == normal && o.ContactEmail == email).Select(o => new { o.Id, o.CustomerId, o.SalesChannelId }).FirstOrDefaultAsync(cancel)
            : null;
        var revocation = new Revocation
        {
            Id = IId<RevocationId>.New(),
            Code = ShortCode.New(),
            OrderNumber = number,
            OrderId = order?.Id,
            CustomerId = order?.CustomerId,
            Email = email,
            Culture = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "es",
            SalesChannelId = order?.SalesChannelId ?? (await channels.FindActiveAsync(null, cancel))?.Id,
            RequestedAt = now,
        };
        var yesterday = now - TimeSpan.FromDays(1);
        var isMailed = await db.Revocations.CountAsync(r => r.Email == email && r.RequestedAt > yesterday, cancel) < MostMailsPerDay;
        db.Add(revocation);
        db.Publish(new RevocationRequested(revocation.Id, revocation.OrderId, revocation.CustomerId, revocation.SalesChannelId, revocation.Code, isMailed));
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new RevocationRecorded(revocation.Code, now));
    }
}
