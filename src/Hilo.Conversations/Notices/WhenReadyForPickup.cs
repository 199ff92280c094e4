using Hilo.Platform;

namespace Hilo.Conversations;

/// <summary>The mail that carries the pickup code. When the order has been collected or canceled meanwhile there is no code, and no mail.</summary>
internal sealed class WhenReadyForPickup(TellOrder tell, IPickupPasses passes, OrderFacts orders) : IListen<ReadyForPickup>
{
    public Task HandleAsync(ReadyForPickup happened, EventFacts facts, CancellationToken cancel) =>
        tell.TellAsync(happened.OrderId, MailTemplate.ReadyForPickup, facts, cancel, async (order, said) =>
        {
            if (await passes.FindAsync(order.Id, cancel) is not { } pass) return null;
            var words = MailWords.Of(order.Culture);
            var location = happened.LocationId ?? order.PickupLocationId;
            return (said with
            {
                Code = pass.ShortCode,
                Deadline = words.Moment(happened.HeldUntil, await orders.ZoneAsync(location, cancel)),
                Store = await orders.StoreAsync(location, words, cancel),
            }, PassPicture.Of(pass.Qr));
        });
}
