namespace Hilo.Catalog;

internal static class CategoryProblems
{
    public static readonly Problem Unnameable = new("category.handle_missing", "The name has no letter or digit to make an address of: give a handle.", 422);
    public static readonly Problem InsideItself = new("category.inside_itself", "A category cannot be inside itself.", 422);

    public static Problem HandleInvalid(string handle) => new("category.handle_invalid", $"'{handle}' is no handle: small letters, digits and hyphens.", 422);

    public static Problem HandleTaken(string handle) => new("category.handle_taken", $"Another category has the address {handle}.");

    public static Problem UnknownParent(CategoryId id) => new("category.unknown_parent", $"There is no category {id}.", 422);
}
