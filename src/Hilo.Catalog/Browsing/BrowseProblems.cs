namespace Hilo.Catalog;

internal static class BrowseProblems
{
    public static Problem UnknownSort(string sort) => new("browse.unknown_sort", $"'{Fold.Cut(sort, 40)}' is no order: relevance, newest, price_up, price_down or title.", 400);

    public static Problem UnknownRange(string range) => new("browse.unknown_price_range", $"'{Fold.Cut(range, 40)}' is no range of prices: 10000-20000, -20000 or 20000-, in whole units.", 400);

    public static readonly Problem TooLong = new("browse.search_too_long", "A search has 200 characters and 20 filters at most.", 400);
}
