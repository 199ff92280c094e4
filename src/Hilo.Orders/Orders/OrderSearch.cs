using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

/// <summary>What a person types into the search: a number, an e-mail, or a piece of a name.</summary>
internal static class OrderSearch
{
    public static Expression<Func<Order, bool>>? Of(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var text = typed.Trim();
        if (text.Length > 100) text = text[..100];
        if (OrderNumber.Normalized(text) is { } number) return o => o.Number == number;
        if (text.All(char.IsAsciiDigit))
        {
            // People leave the prefix out; the suffix is matched whole.
            var suffix = $"%-{text}";
            return o => EF.Functions.Like(o.Number, suffix) || o.Search.Contains(text);
        }
        if (text.Contains('@', StringComparison.Ordinal))
        {
            var email = Cart.EmailKey(text);
            return o => o.ContactEmail == email;
        }
        var folded = SaleToPlace.Fold(text);
        return o => o.Search.Contains(folded);
    }
}
