using Microsoft.AspNetCore.WebUtilities;

namespace Hilo.Web.Backoffice;

/// <summary>An address with its filters; those that are not set are left out.</summary>
internal static class Address
{
    public static string Of(string path, params IEnumerable<(string Name, string? Value)> filters) =>
        QueryHelpers.AddQueryString(path, filters.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => KeyValuePair.Create(f.Name, f.Value)));
}
