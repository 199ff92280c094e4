namespace Hilo.Catalog;

internal static class BrowseProblems
{
    public static Problem UnknownSort(string sort) => new("browse.unknown_sort", $"'{sort}' is no order: relevance, newest, price_up, price_down or title.", 400);

    public static readonly Problem TooLong = new("browse.search_too_long", "A search has 200 characters and 20 filters at most.", 400);
}
