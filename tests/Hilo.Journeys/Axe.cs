using Microsoft.Playwright;

namespace Hilo.Journeys;

/// <summary>Asks axe-core about the page that is open.</summary>
internal static class Axe
{
    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "axe.min.js");

    /// <summary>What it finds serious or critical, one line each: rule, how often, the first place.</summary>
    public static async Task<IReadOnlyList<string>> SeriousAsync(IPage page)
    {
        // Evaluated, not added as a script: the page's policy allows no foreign ones.
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(await File.ReadAllTextAsync(Script));
        return await page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations
              .filter(v => v.impact === 'serious' || v.impact === 'critical')
              .map(v => `${location.pathname}: ${v.id} × ${v.nodes.length}: ${v.nodes[0].html}`)
            """);
    }
}
