using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Catalog;

public class Storing_the_catalog : StorageCompliance
{
    protected override void Modules(IServiceCollection services) => Shelf.Modules(services);
}
