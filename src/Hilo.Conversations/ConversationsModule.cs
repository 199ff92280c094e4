using Hilo.Platform;

namespace Hilo.Conversations;

/// <summary>Outgoing mail, told from the log.</summary>
public static class ConversationsModule
{
    public static IServiceCollection AddConversations(this IServiceCollection services) => services
        .AddModuleDb<ConversationsDb>(tablePrefix: "conversations")
        .AddValidation()
        .AddProblemPages([.. MailProblems.Pages])
        .AddSingleton<SmtpSettings>().AddSingleton<SmtpPost>().AddSingleton<PublicAddress>()
        .AddScoped<MailWriter>().AddScoped<QueueMail>().AddScoped<OrderFacts>().AddScoped<TellOrder>()
        .ReadsAhead<OrdersAhead>()
        .On<OrderPlaced, WhenOrderPlaced>()
        .On<OrderPaid, WhenOrderPaid>()
        .On<PaymentDeclined, WhenPaymentDeclined>()
        .On<ReadyForPickup, WhenReadyForPickup>()
        .On<OrderShipped, WhenOrderShipped>()
        .On<OrderDelivered, WhenOrderDelivered>()
        .On<OrderCanceled, WhenOrderCanceled>()
        .On<UnitsCanceled, WhenUnitsCanceled>()
        .On<RefundSucceeded, WhenRefundSucceeded>()
        .On<FiscalDocumentAuthorized, WhenFiscalDocumentAuthorized>()
        .On<RevocationRequested, WhenRevocationRequested>()
        .On<SignInCodeRequested, WhenSignInCodeRequested>()
        .Every<SendMails>(TimeSpan.FromSeconds(1), onEveryNode: true)
        .Every<ForgetMails>(TimeSpan.FromHours(1))
        .AddMailInvariants();

    public static RouteGroupBuilder MapConversations(this RouteGroupBuilder api)
    {
        var mails = api.MapGroup("/mails").WithTags("Mail").RequirePermission(Permissions.MailRead);
        ListMails.Map(mails);
        ShowMail.Map(mails);
        RetryMail.Map(mails);
        EditTemplates.Map(api);
        return api;
    }
}
