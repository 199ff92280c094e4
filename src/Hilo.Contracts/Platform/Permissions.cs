namespace Hilo;

/// <summary>What a member of staff may do. Every endpoint for staff names one of these.</summary>
public static class Permissions
{
    public const string CatalogRead = "catalog.read";
    public const string CatalogManage = "catalog.manage";
    public const string StockRead = "stock.read";
    public const string StockManage = "stock.manage";
    public const string OrdersRead = "orders.read";
    public const string OrdersManage = "orders.manage";

    /// <summary>Accept, pick, pack, hand over and ship: the work of a location.</summary>
    public const string OrdersHandOver = "orders.hand_over";
    public const string CustomersRead = "customers.read";
    public const string CustomersManage = "customers.manage";
    public const string PaymentsRead = "payments.read";
    public const string PaymentsManage = "payments.manage";
    public const string MailRead = "mail.read";
    public const string MailManage = "mail.manage";
    public const string InvoicingRead = "invoicing.read";

    /// <summary>Print the documents of an order again: any store does it for any order.</summary>
    public const string InvoicingPrint = "invoicing.print";

    /// <summary>Have sales of other systems documented.</summary>
    public const string InvoicingIssue = "invoicing.issue";

    /// <summary>Send a rejected document again, with another receiver.</summary>
    public const string InvoicingCorrect = "invoicing.correct";

    /// <summary>Issuers, certificates, points of sale, blocked series.</summary>
    public const string InvoicingManage = "invoicing.manage";
    public const string SettingsManage = "settings.manage";
    public const string StaffManage = "staff.manage";

    /// <summary>Event log, consumers, parked events and invariants.</summary>
    public const string LogRead = "log.read";
    public const string LogManage = "log.manage";

    private static readonly string[] Store = [CatalogRead, StockRead, StockManage, OrdersRead, OrdersHandOver, CustomersRead, PaymentsRead, InvoicingPrint];

    private static readonly string[] Office = [.. Store, CatalogManage, OrdersManage, CustomersManage, PaymentsManage, MailRead, MailManage, InvoicingRead, InvoicingIssue, InvoicingCorrect, LogRead];

    /// <summary>Everything that exists, which is what an owner may do.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Office, InvoicingManage, SettingsManage, StaffManage, LogManage];

    public static IReadOnlyList<string> Of(StaffRole role) => role switch
    {
        StaffRole.Owner => All,
        StaffRole.Office => Office,
        StaffRole.Store => Store,
        _ => [],
    };

    public static bool Allows(StaffRole role, string permission) => Of(role).Contains(permission, StringComparer.Ordinal);
}

/// <summary>Three fixed roles; finer ones come when a merchant needs them.</summary>
public enum StaffRole
{
    Owner,
    Office,
    Store,
}

/// <summary>Names of the claims that say who is calling. Screens read them from the request's principal.</summary>
public static class HiloClaims
{
    public const string StaffId = "staff_id";
    public const string StaffName = "staff_name";
    public const string StaffRole = "staff_role";

    /// <summary>One per location that the person is limited to; none means every location.</summary>
    public const string StaffLocation = "staff_location";
    public const string CustomerId = "customer_id";
    public const string SessionId = "session_id";
}
