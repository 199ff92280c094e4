using FsCheck;
using FsCheck.Fluent;
using Hilo.Payments.Attempts;
using Hilo.Payments.Gateways;

namespace Hilo.Tests.Payments;

public class Learning_from_a_provider
{
    /// <summary>Everything a provider may do with one payment, in the order in which it does it.</summary>
    private static readonly AttemptTrigger[][] Stories =
    [
        [AttemptTrigger.AwaitPayer, AttemptTrigger.Capture],
        [AttemptTrigger.AwaitPayer, AttemptTrigger.Decline],
        [AttemptTrigger.AwaitPayer, AttemptTrigger.Cancel],
        [AttemptTrigger.AwaitPayer, AttemptTrigger.Expire],
        [AttemptTrigger.AwaitPayer, AttemptTrigger.Review, AttemptTrigger.Capture],
        [AttemptTrigger.AwaitPayer, AttemptTrigger.Review, AttemptTrigger.Decline],
        [AttemptTrigger.AwaitPayer, AttemptTrigger.Review, AttemptTrigger.Authorize, AttemptTrigger.Capture],
        [AttemptTrigger.AwaitPayer, AttemptTrigger.Authorize, AttemptTrigger.Void],
        [AttemptTrigger.AwaitPayer, AttemptTrigger.Authorize, AttemptTrigger.Expire],
        [AttemptTrigger.AwaitPayer, AttemptTrigger.Authorize, AttemptTrigger.Cancel],
        // Money after all: the provider cancels, and the bank had approved.
        [AttemptTrigger.AwaitPayer, AttemptTrigger.Expire, AttemptTrigger.Capture],
        [AttemptTrigger.AwaitPayer, AttemptTrigger.Review, AttemptTrigger.Decline, AttemptTrigger.Capture],
    ];

    [Fact]
    public void Any_order_and_any_repetition_of_the_same_facts_ends_alike()
    {
        foreach (var story in Stories)
        {
            var facts = story.Select((says, i) => Fact(says, version: i + 1)).ToArray();
            var expected = Learn(facts);
            var orders =
                from order in Gen.Shuffle(facts)
                from repeated in Gen.ListOf(Gen.Elements(facts))
                select order.Concat(repeated).ToArray();
            Prop.ForAll(orders.ToArbitrary(), order =>
            {
                Assert.Equal(expected, Learn(order));
                Assert.Equal(expected, Learn([.. order.Reverse()]));
            }).QuickCheckThrowOnFailure();
        }
    }

    [Fact]
    public void Every_permutation_was_tried_at_least_once()
    {
        foreach (var story in Stories)
        {
            var facts = story.Select((says, i) => Fact(says, version: i + 1)).ToArray();
            foreach (var order in Permutations(facts)) Assert.Equal(Learn(facts), Learn(order));
        }
    }

    [Fact]
    public void Every_state_can_be_reached() => Assert.Empty(PaymentAttempt.Life.Unreachable());

    [Fact]
    public void Nothing_leaves_a_captured_attempt() =>
        Assert.DoesNotContain(PaymentAttempt.Life.Moves, m => m.From == PaymentAttemptState.Captured);

    [Fact]
    public void An_ended_attempt_only_ever_moves_for_money() =>
        Assert.All(PaymentAttempt.Life.Moves.Where(m => m.From is PaymentAttemptState.Declined or PaymentAttemptState.Canceled or PaymentAttemptState.Expired or PaymentAttemptState.Voided),
            m => Assert.Equal(PaymentAttemptState.Captured, m.To));

    [Fact]
    public void A_lower_fact_is_told_apart_from_a_repeated_one()
    {
        var attempt = AnAttempt();
        attempt.Learn(Fact(AttemptTrigger.Review, version: 2));

        Assert.Equal(AttemptNews.Ignored, attempt.Learn(Fact(AttemptTrigger.AwaitPayer, version: 3)));
        Assert.Equal(AttemptNews.Nothing, attempt.Learn(Fact(AttemptTrigger.Review, version: 4)));
        Assert.Equal(PaymentAttemptState.InReview, attempt.State);
    }

    [Fact]
    public void Another_amount_or_currency_is_marked_and_never_rounded_away()
    {
        foreach (var taken in (Money[])[Given.Pesos(99.99m), Given.Pesos(100.01m), new Money(10_000, Currency.Usd)])
        {
            var attempt = AnAttempt();
            attempt.Learn(Fact(AttemptTrigger.Capture, version: 1) with { Captured = taken });
            Assert.Equal((PaymentAttemptState.Captured, true, taken), (attempt.State, attempt.HasAmountMismatch, attempt.Captured));
        }
    }

    private static (PaymentAttemptState, Money, string?, string?, long) Learn(IEnumerable<ProviderPayment> facts)
    {
        var attempt = AnAttempt();
        foreach (var fact in facts) attempt.Learn(fact);
        return (attempt.State, attempt.Captured, attempt.DeclineReason, attempt.ProviderStatus, attempt.ProviderVersion);
    }

    private static IEnumerable<T[]> Permutations<T>(T[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany((item, i) => Permutations<T>([.. items[..i], .. items[(i + 1)..]]).Select(rest => (T[])[item, .. rest]));

    private static ProviderPayment Fact(AttemptTrigger says, long version) => new(
        "PAY1", null, says.ToString(), null, says, says is AttemptTrigger.Decline ? "other" : null, Given.Pesos(100),
        says == AttemptTrigger.Capture ? Given.Pesos(100) : Given.Pesos(0), null, null, null, version);

    private static PaymentAttempt AnAttempt()
    {
        var attempt = new PaymentAttempt
        {
            Id = IId<PaymentAttemptId>.New(),
            PaymentId = IId<PaymentId>.New(),
            SaleId = Given.ASale(),
            Provider = "test",
            Amount = Given.Pesos(100),
            Authorized = Given.Pesos(0),
            Captured = Given.Pesos(0),
            IdempotencyKey = "key",
            Description = "",
            ReturnUrl = "/",
            CreatedAt = Given.Noon,
        };
        attempt.TryMove(AttemptTrigger.Send);
        return attempt;
    }
}
