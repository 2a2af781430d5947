CREATE FUNCTION take_from_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE stock SET quantity = quantity - new.quantity WHERE product_id = new.product_id;
    RETURN new;
END $$;

CREATE TRIGGER take_from_stock AFTER INSERT ON order_lines FOR EACH ROW EXECUTE FUNCTION take_from_stock();
