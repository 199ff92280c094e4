using Hilo.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Orders;

public class Storing_orders : StorageCompliance
{
    protected override void Modules(IServiceCollection services) => Trade.Modules(services, new Shelf(), new Purse());
}
