using System.Globalization;

namespace Hilo.Platform;

/// <summary>Every problem code that this server can answer, with its page. Capabilities add theirs with <c>AddProblemPages</c>.</summary>
public sealed class ProblemCatalog(IEnumerable<ProblemPage> pages)
{
    private readonly Dictionary<string, ProblemPage> byCode = pages.ToDictionary(p => p.Code, StringComparer.Ordinal);

    public IEnumerable<ProblemPage> Pages => byCode.Values.OrderBy(p => p.Code, StringComparer.Ordinal);

    public ProblemPage? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The text in the language of the request; Spanish unless English was asked for.</summary>
    public ProblemText? TextOf(string code) => Find(code) is { } page ? InEnglish ? page.En : page.Es : null;

    internal static bool InEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
}

public static class ProblemPagesExtension
{
    /// <summary>Registers the pages of a capability's problem codes. A code without a page fails a test.</summary>
    public static IServiceCollection AddProblemPages(this IServiceCollection services, params IEnumerable<ProblemPage> pages)
    {
        foreach (var page in pages) services.AddSingleton(page);
        return services;
    }
}
