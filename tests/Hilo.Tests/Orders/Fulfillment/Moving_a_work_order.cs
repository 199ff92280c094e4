using Hilo.Orders;

namespace Hilo.Tests.Orders.Fulfillment;

public class Moving_a_work_order
{
    private static readonly DateTimeOffset Noon = Given.Noon;
    private static readonly StaffId Ana = IId<StaffId>.New();

    [Fact]
    public void Every_state_can_be_reached() => Assert.Empty(FulfillmentOrder.Life.Unreachable());

    [Fact]
    public void A_pickup_is_prepared_waits_and_is_handed_over()
    {
        var work = Work(DeliveryKind.Pickup);

        Assert.Null(work.Accept());
        Assert.Null(work.Pick(null));
        Assert.Null(work.Pack());
        Assert.Null(work.MakeReady(Noon.AddDays(5)));
        Assert.Null(work.HandOver(Ana, Noon));

        Assert.Equal((FulfillmentState.HandedOver, Ana, Noon, Noon.AddDays(5), 6), (work.State, work.HandedOverBy, work.FinishedAt, work.HeldUntil, work.Version));
        Assert.False(work.IsHere);
    }

    [Fact]
    public void A_parcel_is_prepared_leaves_and_arrives()
    {
        var work = Packed(DeliveryKind.Ship);

        Assert.Null(work.Ship("Andreani", "AR-1"));
        Assert.False(work.IsHere);
        Assert.Null(work.Deliver(Noon));

        Assert.Equal((FulfillmentState.Delivered, "Andreani", "AR-1", Noon), (work.State, work.Carrier, work.TrackingCode, work.FinishedAt));
    }

    [Fact]
    public void Is_picked_when_everything_was_found_and_counted_until_then()
    {
        var work = Work(DeliveryKind.Pickup, 2, 1);
        work.Accept();
        var (jacket, cap) = (work.Lines[0].OrderLineId, work.Lines[1].OrderLineId);

        Assert.Null(work.Pick([new(jacket, Quantity.One)]));
        Assert.Equal((FulfillmentState.Accepted, 3), (work.State, work.Version));
        Assert.Null(work.Pick([new(jacket, Quantity.Units(2)), new(cap, Quantity.One)]));

        Assert.Equal(FulfillmentState.Picked, work.State);
    }

    [Fact]
    public void Refuses_a_count_that_cannot_be_and_keeps_what_was_counted()
    {
        var work = Work(DeliveryKind.Pickup, 2);
        work.Accept();
        var line = work.Lines[0].OrderLineId;

        Assert.Equal("fulfillment.picked_quantity", work.Pick([new(line, Quantity.Units(3))])?.Code);
        Assert.Equal("fulfillment.picked_quantity", work.Pick([new(line, -Quantity.One)])?.Code);
        Assert.Equal("fulfillment.line_unknown", work.Pick([new(line, Quantity.One), new(IId<OrderLineId>.New(), Quantity.One)])?.Code);

        Assert.Equal((Quantity.Zero, FulfillmentState.Accepted), (work.Lines[0].Picked, work.State));
    }

    [Fact]
    public void Every_step_is_refused_out_of_its_turn_and_changes_nothing()
    {
        var steps = new (FulfillmentState From, Func<FulfillmentOrder, Problem?> Do)[]
        {
            (FulfillmentState.Awaiting, w => w.Accept()), (FulfillmentState.Accepted, w => w.Pick(null)), (FulfillmentState.Picked, w => w.Pack()),
            (FulfillmentState.Packed, w => w.MakeReady(Noon)), (FulfillmentState.Ready, w => w.HandOver(Ana, Noon)),
        };
        for (var done = 0; done <= steps.Length; done++)
        {
            for (var tried = 0; tried < steps.Length; tried++)
            {
                if (tried == done) continue;
                var work = Work(DeliveryKind.Pickup);
                foreach (var step in steps.Take(done)) Assert.Null(step.Do(work));
                var before = (work.State, work.Version);

                Assert.Equal("fulfillment.not_possible", steps[tried].Do(work)?.Code);
                Assert.Equal(before, (work.State, work.Version));
            }
        }
    }

    [Fact]
    public void Goes_on_without_what_is_not_there()
    {
        var work = Work(DeliveryKind.Pickup, 2, 1);
        work.Accept();
        var (jacket, cap) = (work.Lines[0].OrderLineId, work.Lines[1].OrderLineId);

        Assert.False(work.GiveUp(jacket, Quantity.One, Noon).Refused(out _, out var missing));
        Assert.Equal((Quantity.One, Quantity.One, Quantity.One, FulfillmentState.Accepted, 3), (missing, work.Lines[0].Quantity, work.Lines[0].Picked, work.State, work.Version));
        Assert.False(work.GiveUp(cap, Quantity.Zero, Noon).Refused(out _, out _));
        Assert.Equal(jacket, Assert.Single(work.Lines).OrderLineId);
        Assert.Null(work.Pick(null) ?? work.Pack());
        Assert.Equal("fulfillment.not_possible", Refusal(work.GiveUp(jacket, Quantity.Zero, Noon)));
    }

    [Fact]
    public void Ends_when_nothing_of_it_is_there()
    {
        var work = Work(DeliveryKind.Ship);
        work.Accept();

        Assert.False(work.GiveUp(work.Lines[0].OrderLineId, Quantity.Zero, Noon).Refused(out _, out _));

        Assert.Equal((FulfillmentState.Canceled, Noon), (work.State, work.FinishedAt));
        Assert.Empty(work.Lines);
    }

    [Fact]
    public void Refuses_to_miss_what_is_not_wanted_and_changes_nothing()
    {
        var work = Work(DeliveryKind.Pickup, 2);
        Assert.Equal("fulfillment.not_possible", Refusal(work.GiveUp(work.Lines[0].OrderLineId, Quantity.One, Noon)));
        work.Accept();

        Assert.Equal("fulfillment.nothing_missing", Refusal(work.GiveUp(work.Lines[0].OrderLineId, Quantity.Units(2), Noon)));
        Assert.Equal("fulfillment.nothing_missing", Refusal(work.GiveUp(work.Lines[0].OrderLineId, -Quantity.One, Noon)));
        Assert.Equal("fulfillment.line_unknown", Refusal(work.GiveUp(IId<OrderLineId>.New(), Quantity.Zero, Noon)));

        Assert.Equal((Quantity.Units(2), 2), (work.Lines[0].Quantity, work.Version));
    }

    [Fact]
    public void Takes_on_more_only_before_it_is_begun()
    {
        var work = Work(DeliveryKind.Ship, 2);
        var line = work.Lines[0];

        Assert.Null(work.TakeOn(line.OrderLineId, line.VariantId, Quantity.One));
        Assert.NotNull(work.TakeOn(IId<OrderLineId>.New(), IId<VariantId>.New(), Quantity.One));
        Assert.Equal([Quantity.Units(3), Quantity.One], work.Lines.Select(l => l.Quantity));

        work.Accept();
        Assert.Throws<InvalidOperationException>(() => work.TakeOn(line.OrderLineId, line.VariantId, Quantity.One));
    }

    [Fact]
    public void A_parcel_does_not_wait_for_its_customer_and_a_pickup_does_not_travel()
    {
        Assert.Equal("fulfillment.not_possible", Packed(DeliveryKind.Ship).MakeReady(Noon)?.Code);
        Assert.Equal("fulfillment.not_possible", Packed(DeliveryKind.Pickup).Ship(null, null)?.Code);
        Assert.Equal("fulfillment.not_possible", Work(DeliveryKind.Pickup).HandOver(Ana, Noon)?.Code);
    }

    [Fact]
    public void What_a_counter_sells_is_handed_over_at_once()
    {
        var work = Work(DeliveryKind.Counter);

        Assert.Null(work.HandOver(Ana, Noon));

        Assert.Equal(FulfillmentState.HandedOver, work.State);
    }

    [Fact]
    public void Is_canceled_while_the_goods_are_in_the_house_and_never_after()
    {
        var waiting = Packed(DeliveryKind.Pickup);
        waiting.CancelWithOrder(Noon);
        Assert.Equal((FulfillmentState.Canceled, Noon), (waiting.State, waiting.FinishedAt));

        var gone = Packed(DeliveryKind.Ship);
        gone.Ship(null, null);
        Assert.Throws<InvalidOperationException>(() => gone.CancelWithOrder(Noon));
    }

    private static string? Refusal(Result<Quantity> outcome) => outcome.Refused(out var problem, out _) ? problem.Code : null;

    private static FulfillmentOrder Packed(DeliveryKind delivery)
    {
        var work = Work(delivery);
        Assert.Null(work.Accept() ?? work.Pick(null) ?? work.Pack());
        return work;
    }

    private static FulfillmentOrder Work(DeliveryKind delivery, params int[] units)
    {
        var id = IId<FulfillmentOrderId>.New();
        return new FulfillmentOrder
        {
            Id = id,
            OrderId = IId<OrderId>.New(),
            LocationId = IId<LocationId>.New(),
            Delivery = delivery,
            CreatedAt = Noon,
            Lines = [.. (units.Length == 0 ? [1] : units).Select(u => new FulfillmentLine
            {
                FulfillmentOrderId = id, OrderLineId = IId<OrderLineId>.New(), VariantId = IId<VariantId>.New(), Quantity = Quantity.Units(u),
            })],
        };
    }
}
