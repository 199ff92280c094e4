using Hilo.Catalog;
using Hilo.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Catalog;

/// <summary>A catalog on a fresh database, with what stories do to it.</summary>
internal sealed class Shelf : IAsyncDisposable
{
    public static readonly SalesChannelId Web = IId<SalesChannelId>.New();

    private Shelf(Node node, TestClock clock) => (Node, Clock) = (node, clock);

    public Node Node { get; }

    public TestClock Clock { get; }

    public LiveSnapshot Live => Node.Services.GetRequiredService<LiveSnapshot>();

    public static async Task<Shelf> OnAsync(Database database, Action<IServiceCollection>? more = null)
    {
        var clock = new TestClock();
        return new Shelf(await Node.OnAsync(database, services =>
        {
            Modules(services);
            more?.Invoke(services);
        }, clock), clock);
    }

    /// <summary>The catalog and what it stands on.</summary>
    public static void Modules(IServiceCollection services) => services
        .AddSingleton<ProblemCatalog>().AddSingleton<SessionCookies>().AddScoped<SessionLookup>().AddHttpContextAccessor()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .AddPlatform(Directory.CreateTempSubdirectory("hilo-catalog-").FullName)
        .AddCatalog();

    public async Task<Product> SaveAsync(SaveProductRequest request, ProductId? id = null)
    {
        var outcome = await TryAsync(request, id);
        return outcome.Refused(out var problem, out var product) ? throw new InvalidOperationException(problem.ToString()) : product;
    }

    /// <summary>A refusal leaves nothing behind, as over HTTP.</summary>
    public Task<Result<Product>> TryAsync(SaveProductRequest request, ProductId? id = null) => Node.DoAsync(async services =>
    {
        var outcome = (await services.GetRequiredService<ProductEditor>().SaveAsync(id, request, _ => null, CancellationToken.None))!.Value;
        if (outcome.Refused(out _, out _)) await services.GetRequiredService<DbSession>().RollbackAsync(CancellationToken.None);
        return outcome;
    });

    public Task<IReadOnlyDictionary<VariantId, Sellable>> SellableAsync(params IReadOnlyCollection<VariantId> variants) => SellableOnAsync(Web, variants);

    public Task<IReadOnlyDictionary<VariantId, Sellable>> SellableOnAsync(SalesChannelId channel, params IReadOnlyCollection<VariantId> variants) =>
        Node.DoAsync(services => services.GetRequiredService<ISellables>().FindAsync(variants, channel, CancellationToken.None));

    public Task<Product> LoadAsync(string handle) => Node.DoAsync(async services =>
    {
        var db = services.GetRequiredService<CatalogDb>();
        return (await db.Products.Where(p => p.Handle == handle).WholeAsync(db, CancellationToken.None)).Single();
    });

    public Task<ImportView> ImportAsync(string csv, ImportOptions? options = null) => ImportAsync(System.Text.Encoding.UTF8.GetBytes(csv), options);

    public async Task<ImportView> ImportAsync(byte[] csv, ImportOptions? options = null)
    {
        var outcome = await Node.Services.GetRequiredService<CatalogImports>().RunAsync(new MemoryStream(csv), options ?? new("productos.csv"), null, CancellationToken.None);
        return outcome.Refused(out var problem, out var view) ? throw new InvalidOperationException(problem.ToString()) : view;
    }

    public Task<List<string>> EventsAsync() => Node.QueryAsync($"select type from events", row => row.GetString(0));

    public ValueTask DisposeAsync() => Node.DisposeAsync();
}
