namespace Hilo.Sandbox.Gateway;

internal static class TestCards
{
    public static bool TryParse(string? name, out TestCard card)
    {
        (card, var known) = name switch
        {
            "approved" => (TestCard.Approved, true),
            "insufficient_funds" => (TestCard.InsufficientFunds, true),
            "in_review" => (TestCard.InReview, true),
            _ => (default, false),
        };
        return known;
    }
}
