using System.Text.RegularExpressions;
using Hilo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Edge;

public partial class Explaining_problems
{
    [Fact]
    public async Task Has_a_page_in_both_languages_for_every_code_that_the_source_can_answer()
    {
        await using var server = await WholeServer.OpenAsync(Database.Sqlite);
        var catalog = server.Services.GetRequiredService<ProblemCatalog>();
        var used = server.Services.GetServices<ModuleStorage>().Select(module => module.Assembly.GetName().Name!).Append("Hilo.Promotions").Append("Hilo.Client")
            .SelectMany(capability => new[] { capability, $"Hilo.Contracts/{capability["Hilo.".Length..]}" })
            .Select(folder => Path.Combine(Root(), "src", folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .SelectMany(file => CodesIn(File.ReadAllText(file))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

        Assert.Contains("edit.conflict", used);
        Assert.Equal([], used.Where(code => catalog.Find(code) is null).ToList());
        Assert.All(catalog.Pages, page => Assert.All([page.Es, page.En], text => Assert.All([text.Title, text.Cause, text.WhatToDo], Assert.NotEmpty)));
    }

    [Theory]
    [InlineData("public static readonly Problem WrongCode = new(\"pickup.wrong_code\", \"The code…\", 422);", "pickup.wrong_code")]
    [InlineData("public static Problem NotReady(PickupState state) =>\n        new(\"pickup.not_ready\", $\"An order {state}\");", "pickup.not_ready")]
    [InlineData("return new Problem(\"pickup.late\", \"…\");", "pickup.late")]
    [InlineData("[EventName(\"pickup.collected\")]", null)]
    [InlineData("new ProblemPage(\"pickup.late\", …)", null)]
    public void Finds_the_codes_in_source(string source, string? code) => Assert.Equal(code, CodesIn(source).SingleOrDefault());

    private static IEnumerable<string> CodesIn(string source) => Code().Matches(source).Select(m => m.Groups["code"].Value);

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Hilo.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    // A problem is made with its code, then a sentence; a page has two texts instead.
    [GeneratedRegex("new(?: Problem)?\\(\\s*\"(?<code>[a-z_]+\\.[a-z_]+)\",\\s*\\$?@?\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();
}
