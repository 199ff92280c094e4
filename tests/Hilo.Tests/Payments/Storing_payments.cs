using Hilo.Payments;
using Microsoft.Extensions.DependencyInjection;

namespace Hilo.Tests.Payments;

public class Storing_payments : StorageCompliance
{
    protected override void Modules(IServiceCollection services) => services.AddPayments();
}
