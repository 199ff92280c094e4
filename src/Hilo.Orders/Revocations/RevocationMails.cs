using Microsoft.EntityFrameworkCore;

namespace Hilo.Orders;

/// <summary>What the mail about a revocation says and where it goes.</summary>
internal sealed class RevocationMails(OrdersDb db) : IRevocationMails
{
    public Task<RevocationMail?> FindAsync(RevocationId revocation, CancellationToken cancel) =>
        db.Revocations.AsNoTracking().Where(r => r.Id == revocation).Select(r => new RevocationMail(r.Email, r.Code, r.OrderNumber, r.Culture)).FirstOrDefaultAsync(cancel);
}
