using System.Globalization;

namespace Hilo.Platform;

/// <summary>Optimistic edits over HTTP: a version leaves as <c>ETag</c> and comes back as <c>If-Match</c>.</summary>
public static class Edits
{
    extension(HttpContext http)
    {
        /// <summary>Says which version the answer shows.</summary>
        public void ShowVersion(int version) => http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

        /// <summary>Null when the caller edited the current version; otherwise the refusal (428 without If-Match, 412 for another version).</summary>
        public Problem? RefusedEditOf(int currentVersion)
        {
            var match = http.Request.Headers.IfMatch.ToString();
            if (match.Length == 0) return EdgeProblems.VersionRequired;
            return match == "*" || string.Equals(match, string.Create(CultureInfo.InvariantCulture, $"\"{currentVersion}\""), StringComparison.Ordinal)
                ? null
                : EdgeProblems.EditConflict;
        }
    }
}
