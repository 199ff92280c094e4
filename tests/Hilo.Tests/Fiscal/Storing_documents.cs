using Hilo.Invoicing;
using Hilo.Platform;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Fiscal;

public class Storing_documents : StorageCompliance
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("hilo-fiscal-").FullName;

    protected override void Modules(IServiceCollection services) => services
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .AddSecrets(Folder).AddSingleton<IFiles>(new FolderFiles(Folder))
        .AddSingleton<IMerchant, Nobody>().AddSingleton<ISalesToInvoice, Nobody>().AddSingleton<IOpenOrderLinks, Nobody>()
        .AddInvoicing();

    private sealed class Nobody : IMerchant, ISalesToInvoice, IOpenOrderLinks
    {
        public Task<Result<OrderId>> OpenAsync(string link, CustomerId? shopper, CancellationToken cancel) => throw new NotSupportedException();

        public Task<MerchantView> CurrentAsync(CancellationToken cancel) => throw new NotSupportedException();

        public Task<IReadOnlyDictionary<OrderId, SaleToInvoice>> FindAsync(IReadOnlyCollection<OrderId> orders, CancellationToken cancel) => throw new NotSupportedException();
    }
}
